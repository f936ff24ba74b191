//! What everybody reads of a story: nothing before everybody whom it shows agrees, nothing before its day, and nothing
//! any more once somebody took their word back.

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::consent::{
    ConsentChanges, ConsentCommand, ConsentFields, ConsentSort, RequestFields,
};
use besace_model::kinds::news::{self, News};
use besace_model::kinds::story::{
    StoryChanges, StoryCommand, StoryFields, StoryKind, StoryStatus, as_written, channels_line,
    shown_sha256,
};
use besace_model::time::{DAY_MS, Timestamp};
use besace_model::wire::Verdict;

use super::world::*;

const STORY: Ulid = Ulid([7; 16]);
const WORD: &str = "mot-secret";
const COMMS: u8 = 1;
const COACH: u8 = 2;
const ANNE: u8 = 3;
const BELA: u8 = 4;

fn story() -> StoryFields {
    StoryFields {
        title: "Portrait d’Anne".into(),
        kind: StoryKind::Testimony,
        body: format!("Elle raconte un {WORD}."),
        channels: vec!["Site".into()],
        people: vec![member(ANNE)],
        status: StoryStatus::Review,
        publish_on: String::new(),
    }
}

fn edit(changes: StoryChanges) -> Say {
    Say::Story(StoryCommand::EditStory { id: STORY, changes })
}

fn approve(story: &StoryFields) -> Say {
    let sha256 = as_written(story).sha256();
    Say::Story(StoryCommand::ApproveStory { id: STORY, sha256 })
}

fn ask(whom: u8, story: &StoryFields) -> Say {
    Say::Consent(ConsentCommand::AskConsent {
        member: member(whom),
        id: STORY,
        request: RequestFields {
            sort: story.kind.sort(),
            title: story.title.clone(),
            text: story.body.clone(),
            channels: channels_line(&story.channels),
        },
    })
}

fn answer(agrees: bool, story: &StoryFields) -> Say {
    let shown = shown_sha256(&story.title, &story.body, &channels_line(&story.channels));
    Say::Consent(ConsentCommand::AnswerConsent {
        id: STORY,
        agrees,
        shown,
    })
}

/// The desk, a coach who drafts, one who is shown and one who reads.
struct Desk {
    world: World,
    phones: Vec<Phone>,
}

impl Desk {
    fn new() -> Self {
        let mut world = World::new();
        let phones = [
            (COMMS, Role::Comms),
            (COACH, Role::Coach),
            (ANNE, Role::Entrepreneur),
            (BELA, Role::Entrepreneur),
        ]
        .map(|(n, role)| world.join(n, &[role]))
        .into();
        Self { world, phones }
    }

    fn told(&mut self, by: u8, say: &Say) -> Verdict {
        let phone = &mut self.phones[usize::from(by - COMMS)];
        self.world.sync(phone, 1 << 16);
        self.world.say(phone, say)
    }

    fn say(&mut self, by: u8, say: &Say) {
        let verdict = self.told(by, say);
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    }

    /// A story that its writer drafted, asked for and approved.
    fn approved(&mut self, story: &StoryFields) {
        let add = StoryCommand::AddStory {
            id: STORY,
            story: story.clone(),
        };
        self.say(COACH, &Say::Story(add));
        self.say(COMMS, &ask(ANNE, story));
        self.say(COMMS, &approve(story));
    }

    /// What a fresh phone of somebody reads, when the relay had its time; whether it holds the word.
    fn read(&mut self, n: u8) -> (News, bool) {
        self.world.settle();
        let phone = self.world.fresh(n);
        let news = phone.last(Kind::News).map(|(_, doc)| news::read(doc));
        (news.unwrap_or_default(), phone.knows(WORD))
    }

    fn is_out(&mut self) -> bool {
        let (news, knows) = self.read(BELA);
        assert_eq!(knows, !news.title.is_empty(), "all of it, or nothing");
        knows
    }
}

#[test]
fn nobody_reads_a_word_before_those_agree_whom_a_story_shows_and_then_everybody_does() {
    let mut desk = Desk::new();
    desk.approved(&story());
    assert!(!desk.is_out());
    assert!(desk.read(COACH).1, "the team drafts it");
    desk.say(ANNE, &answer(true, &story()));
    assert!(desk.is_out());
    let (news, _) = desk.read(BELA);
    assert_eq!(news.title, story().title);
    assert_eq!(news.people.iter().collect::<Vec<_>>(), [&member(ANNE)]);
}

#[test]
fn a_draft_and_what_is_not_approved_as_it_stands_reach_no_entrepreneur() {
    let mut desk = Desk::new();
    let alone = StoryFields {
        people: Vec::new(),
        ..story()
    };
    let add = StoryCommand::AddStory {
        id: STORY,
        story: alone.clone(),
    };
    desk.say(COACH, &Say::Story(add));
    assert!(!desk.is_out());
    desk.say(COMMS, &approve(&alone));
    assert!(desk.is_out(), "it shows nobody");
    let body = Some(format!("Un {WORD} de plus."));
    desk.say(
        COACH,
        &edit(StoryChanges {
            body,
            ..StoryChanges::default()
        }),
    );
    assert!(!desk.is_out(), "somebody is to read that first");
}

#[test]
fn a_word_taken_back_is_gone_from_every_phone_and_from_what_stands_in_its_place() {
    let mut desk = Desk::new();
    desk.approved(&story());
    desk.say(ANNE, &answer(true, &story()));
    desk.world.settle();
    let mut bela = desk.world.fresh(BELA);
    assert!(bela.knows(WORD));
    desk.say(ANNE, &answer(false, &story()));
    desk.world.settle();
    desk.world.sync(&mut bela, 1 << 16);
    assert!(!bela.knows(WORD), "{:?}", bela.heads);
    assert!(!desk.is_out());
    let without = StoryFields {
        people: Vec::new(),
        body: "Sans elle.".into(),
        ..story()
    };
    let changes = StoryChanges {
        people: Some(Vec::new()),
        body: Some(without.body.clone()),
        ..StoryChanges::default()
    };
    desk.say(COMMS, &edit(changes));
    desk.say(COMMS, &approve(&without));
    let (news, knows) = desk.read(BELA);
    assert_eq!((news.body.as_str(), knows), ("Sans elle.", false));
}

#[test]
fn what_an_article_said_before_it_changed_is_nobodys_to_read() {
    let mut desk = Desk::new();
    let alone = StoryFields {
        people: Vec::new(),
        ..story()
    };
    desk.approved(&alone);
    assert!(desk.is_out());
    let corrected = StoryFields {
        body: "Corrigé.".into(),
        ..alone
    };
    let body = Some(corrected.body.clone());
    desk.say(
        COMMS,
        &edit(StoryChanges {
            body,
            ..StoryChanges::default()
        }),
    );
    desk.say(COMMS, &approve(&corrected));
    let (news, knows) = desk.read(BELA);
    assert_eq!((news.body.as_str(), knows), ("Corrigé.", false));
}

#[test]
fn an_article_appears_on_its_day_and_leaves_when_a_consent_ends_though_nobody_does_anything() {
    let mut desk = Desk::new();
    let day = |days: i64| Timestamp(desk_day() + days * DAY_MS).date();
    let story = StoryFields {
        kind: StoryKind::News,
        publish_on: day(2),
        ..story()
    };
    let consent = ConsentFields {
        sort: ConsentSort::Image,
        purpose: "La lettre".into(),
        since: day(0),
        until: day(4),
        revoked: false,
    };
    let id = Ulid([8; 16]);
    desk.say(
        ANNE,
        &Say::Consent(ConsentCommand::AddConsent { id, consent }),
    );
    desk.approved(&story);
    assert!(!desk.is_out(), "not before its day");
    for (days, is_out) in [(2, true), (4, true), (5, false)] {
        desk.world.now = Timestamp(desk_day() + days * DAY_MS);
        assert!(!desk.world.coop.is_deriving());
        desk.world.coop.derive(desk.world.now).unwrap();
        assert_eq!(desk.is_out(), is_out, "day {days}");
    }
    assert_eq!(desk.world.coop.derives_at(), None);
}

#[test]
fn a_general_consent_taken_back_takes_back_what_rested_on_it() {
    let mut desk = Desk::new();
    let story = StoryFields {
        kind: StoryKind::News,
        ..story()
    };
    let consent = ConsentFields {
        sort: ConsentSort::Image,
        purpose: "La lettre".into(),
        since: "2026-01-01".into(),
        until: String::new(),
        revoked: false,
    };
    let id = Ulid([8; 16]);
    desk.say(
        ANNE,
        &Say::Consent(ConsentCommand::AddConsent { id, consent }),
    );
    desk.approved(&story);
    assert!(desk.is_out());
    let changes = ConsentChanges {
        revoked: Some(true),
        ..ConsentChanges::default()
    };
    desk.say(
        ANNE,
        &Say::Consent(ConsentCommand::EditConsent { id, changes }),
    );
    assert!(!desk.is_out());
}

/// The beginning of the day on which the world begins.
fn desk_day() -> i64 {
    START.0 - START.0.rem_euclid(DAY_MS)
}
