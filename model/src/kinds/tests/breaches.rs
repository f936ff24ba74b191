//! What nobody may do to another, to what was decided, or to what everybody was told: each is forged by a phone that asks
//! no rules, refused with its reason and its place, stores nothing and disturbs nobody. The samples made the documents.

use automerge::ScalarValue;

use super::courses::Log;
use super::*;
use crate::error::ErrorCode;
use crate::error::ErrorCode::{BadTransition, BadValue, Forbidden};

/// What is tried.
struct Breach {
    /// In a word.
    what: &'static str,
    head: DocHead,
    by: Grants,
    path: Vec<String>,
    value: ScalarValue,
    code: ErrorCode,
    /// Who may do that; nobody where a word that stands keeps everybody from it.
    may: Option<Grants>,
}

fn breach(what: &'static str, head: DocHead, by: Grants, path: &str) -> Breach {
    let keys = path.split('/').map(|key| match key.parse::<u8>() {
        Ok(number) => ulid(number).to_string(),
        Err(_) => key.to_owned(),
    });
    Breach {
        what,
        head,
        by,
        path: keys.collect(),
        value: true.into(),
        code: Forbidden,
        may: None,
    }
}

impl Breach {
    fn of(self, value: impl Into<ScalarValue>) -> Self {
        let value = value.into();
        Self { value, ..self }
    }

    fn may(self, who: Grants) -> Self {
        let may = Some(who);
        Self { may, ..self }
    }

    /// What is no value of theirs to say.
    fn unfit(self) -> Self {
        let code = BadValue;
        Self { code, ..self }
    }

    /// What nobody may any more.
    fn sealed(self) -> Self {
        let code = BadTransition;
        Self { code, ..self }
    }
}

fn moment() -> String {
    NOW.plus_ms(86_400_000).rfc3339()
}

/// What everybody answers for alone, and what others decide on it.
fn of_members() -> Vec<Breach> {
    let (me, coach, stranger) = (grants(MEMBER), grants(COACH), grants(STRANGER));
    let ledger = || DocHead::ledger(person(MEMBER));
    let stance = || DocHead::stance(person(MEMBER));
    let post = || DocHead::post(person(MEMBER), ulid(60));
    let attendance = || DocHead::attendance(ulid(60));
    let consent = || DocHead::consent(person(MEMBER));
    vec![
        breach(
            "a stance for somebody else",
            stance(),
            stranger.clone(),
            "stances/80/option",
        )
        .of(ulid(82).to_string())
        .may(me.clone()),
        breach(
            "a proxy in another's name",
            stance(),
            coach.clone(),
            "stances/80/proxy",
        )
        .of(person(COACH).to_string())
        .may(me.clone()),
        breach(
            "a decision on an expense by a coach",
            ledger(),
            coach.clone(),
            "decisions/11/status",
        )
        .of("valid")
        .may(grants(FINANCE)),
        breach(
            "one's own expense decided",
            ledger(),
            me.clone(),
            "decisions/11/status",
        )
        .of("valid")
        .may(grants(FINANCE)),
        breach(
            "a decision in another's name",
            ledger(),
            grants(FINANCE),
            "decisions/11/decided_by",
        )
        .of(person(DIRECTOR).to_string())
        .unfit(),
        breach(
            "a month of accounts by its member",
            ledger(),
            me.clone(),
            "statements/2026-02/turnover_cents",
        )
        .of(1)
        .may(grants(DIRECTOR)),
        breach(
            "somebody's ask sent on by their coach",
            DocHead::coaching_log(person(MEMBER)),
            coach.clone(),
            "asks/23/sent_to",
        )
        .of(person(FINANCE).to_string())
        .may(me.clone()),
        breach(
            "a presence taken back by a member",
            attendance(),
            me.clone(),
            &format!("marks/{}/removed_at", samples::PRESENT),
        )
        .of(moment())
        .may(coach.clone()),
        breach(
            "a signature drawn anew",
            attendance(),
            coach.clone(),
            &format!("marks/{}/strokes", samples::PRESENT),
        )
        .of("100,200 130,180"),
        breach(
            "an absence made of a presence",
            attendance(),
            grants(DIRECTOR),
            &format!("marks/{}/presence", samples::PRESENT),
        )
        .of("absent"),
        breach(
            "a post edited by another",
            post(),
            coach.clone(),
            "posts/60/title",
        )
        .of("Autre chose")
        .may(me.clone()),
        breach(
            "an answer hidden by who asked",
            post(),
            me.clone(),
            "board/hidden",
        )
        .of("Non")
        .may(grants(EDITOR)),
        breach(
            "a consent for somebody else",
            consent(),
            grants(EDITOR),
            "answers/61/agrees",
        )
        .may(me.clone()),
        breach(
            "a consent taken back for somebody else",
            consent(),
            coach.clone(),
            "consents/62/revoked",
        )
        .of(false)
        .may(me.clone()),
        breach(
            "a step ticked for another",
            DocHead::progress(person(MEMBER)),
            coach.clone(),
            "ticks/74",
        )
        .of(moment())
        .may(me.clone()),
        breach(
            "how another is doing",
            DocHead::pulse(person(MEMBER)),
            coach,
            "days/77/score",
        )
        .of(1)
        .may(me),
    ]
}

/// What is the team's, and what is decided in it.
fn of_the_team() -> Vec<Breach> {
    let (coach, member) = (grants(COACH), grants(STRANGER));
    let opportunity = || DocHead::opportunity(ulid(EXPERIMENT));
    let story = DocHead::story(ulid(61));
    vec![
        breach(
            "a partner by an entrepreneur",
            DocHead::partner(ulid(80)),
            member.clone(),
            "partners/80/presented",
        )
        .of(false)
        .may(coach.clone()),
        breach(
            "an opportunity decided by a coach",
            opportunity(),
            coach.clone(),
            "decision/status",
        )
        .of("done")
        .may(grants(DIRECTOR)),
        breach(
            "an opportunity weighed by an entrepreneur",
            opportunity(),
            member.clone(),
            "assessment/impact",
        )
        .of(5)
        .may(coach.clone()),
        breach(
            "a story approved by a coach",
            story,
            coach.clone(),
            "desk/approved",
        )
        .of("ab".repeat(32))
        .may(grants(EDITOR)),
        breach(
            "a task by an entrepreneur",
            DocHead::team_board(),
            member.clone(),
            "tasks/70/status",
        )
        .of("done")
        .may(coach.clone()),
        breach(
            "a duty said to be done by a coach",
            DocHead::duties(2026),
            coach.clone(),
            "duties/73/done_on",
        )
        .of("2026-03-20")
        .may(grants(FINANCE)),
        breach(
            "a page of the guide by a coach",
            DocHead::guide(),
            coach,
            "pages/74/title",
        )
        .of("Autre chose")
        .may(grants(EDITOR)),
        breach(
            "news by who directs",
            DocHead::news(ulid(61)),
            grants(DIRECTOR),
            "news/title",
        )
        .of("Sans accord"),
        breach(
            "a card of a partner by the team",
            DocHead::partner_card(ulid(80)),
            grants(EDITOR),
            "card/name",
        )
        .of("Mairie"),
        breach(
            "a count by who asked",
            DocHead::tally(ulid(ASKED)),
            grants(DIRECTOR),
            "tally/voices",
        )
        .of(99),
    ]
}

/// How the cooperative governs itself.
fn of_governance() -> Vec<Breach> {
    let director = || grants(DIRECTOR);
    let held = DocHead::assembly(ulid(ASSEMBLY));
    let group = || DocHead::group(ulid(GROUP));
    let asked = || DocHead::consultation(ulid(ASKED));
    // Who stands for the mandate directs, and holds the group by that.
    let candidate = Grants {
        roles: SortedSet::from([Role::Director]),
        ..grants(COACH)
    };
    let named = person(COACH).to_string();
    let candidacy = format!("mandates/{MANDATE}/candidates/{named}");
    let proxy = format!("proxies/{}/holder", person(MEMBER));
    vec![
        breach(
            "a mandate taken by oneself",
            group(),
            candidate,
            &format!("{candidacy}/given_at"),
        )
        .of(moment())
        .may(director()),
        breach(
            "somebody else made to stand",
            group(),
            director(),
            &format!("{candidacy}/at"),
        )
        .of(moment())
        .may(grants(COACH)),
        breach(
            "a group changed by who is only in it",
            group(),
            grants(COACH),
            &format!("groups/{GROUP}/name"),
        )
        .of("Autre chose")
        .may(grants(MEMBER)),
        breach(
            "a group that governs by who founded it",
            group(),
            grants(MEMBER),
            "founded/body",
        )
        .of("board")
        .may(director()),
        breach(
            "a question changed once it is asked",
            asked(),
            director(),
            "consultations/80/question",
        )
        .of("Autre chose ?")
        .sealed(),
        breach(
            "others asked once it is asked",
            asked(),
            director(),
            "electorate/everyone",
        )
        .sealed(),
        breach(
            "an outcome by who was asked",
            asked(),
            grants(COACH),
            "course/status",
        )
        .of("called_off"),
        breach(
            "a proxy once the assembly was held",
            held.clone(),
            grants(MEMBER),
            &proxy,
        )
        .of(person(FINANCE).to_string())
        .sealed(),
        breach(
            "the rule on proxies, once it was held",
            held.clone(),
            director(),
            "assemblies/90/proxies_max",
        )
        .of(9)
        .sealed(),
        breach(
            "votes that are locked",
            held,
            director(),
            &format!("resolutions/{RESOLUTION}/votes_for"),
        )
        .of(48)
        .sealed(),
    ]
}

/// The document as the samples leave it.
fn made(head: &DocHead) -> Log {
    let mut log = Log::new(head.clone());
    for (by, command) in every_command() {
        if command.target(person(by)) == *head {
            log.accept(&grants(by), &command);
        }
    }
    log
}

#[test]
fn what_nobody_may_do_is_refused_with_its_reason_and_disturbs_nobody() {
    let all = of_members().into_iter().chain(of_the_team());
    for breach in all.chain(of_governance()) {
        let what = breach.what;
        let mut log = made(&breach.head);
        let way: Vec<&str> = breach.path.iter().map(String::as_str).collect();
        let (key, map) = way.split_last().unwrap();
        let writes = [(*key, breach.value.clone())];
        let before = log.doc.get_heads();
        let forged = log.forge(&breach.by, map, &writes);
        let refusal = log.judge(&breach.by, &forged).expect_err(what);
        let at = breach.path.join("/");
        assert_eq!((refusal.code, refusal.path), (breach.code, at), "{what}");
        assert_eq!(log.doc.get_heads(), before, "{what}: nothing is stored");
        // Who may goes on, and so does everybody after a restart.
        if let Some(may) = breach.may {
            let raw = log.forge(&may, map, &writes);
            log.take(&may, &raw);
            let again = log.replayed().judge(&breach.by, &forged);
            assert!(again.is_err(), "{what}, after a restart");
        }
    }
}
