//! A coach is away for a week: the members they accompany appear to who stands in on the first day and leave after the
//! last, by the relay's clock, whatever phones say of the time and whether they have signal or not.

use besace_client::api::DispatchResult;
use besace_client::kinds::coaching_log::{
    CoachingAnswer, CoachingRequest, PortfolioRow, SessionSheet, StandIn,
};
use besace_client::kinds::team_board::{CoverAccess, CoverRow, TeamBoardAnswer, TeamBoardRequest};
use besace_client::view::access::KindAccess;
use besace_client::view::{View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::{Command, EntryRef};
use besace_model::head::DocHead;
use besace_model::ids::{DocId, MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::coaching_log::{CoachingCommand, SignedHand};
use besace_model::kinds::team_board::{CoverChanges, CoverFields, TeamBoardCommand};
use besace_model::time::{DAY_MS, Timestamp, days_from_date};
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

const ALL: Window = Window {
    offset: 0,
    limit: 50,
};
const FIRST: &str = "2026-03-05";
const LAST: &str = "2026-03-11";

/// Camille accompanies Anna, Zoé accompanies Boris, Dominique directs; each has a phone.
struct Story {
    world: World,
    camille: MemberId,
    zoe: MemberId,
    anna: MemberId,
    boris: MemberId,
    at_camille: usize,
    at_zoe: usize,
    at_anna: usize,
    at_director: usize,
    cover: Ulid,
}

impl Story {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("cover-{name}")));
        let camille = world.member("Camille", &[Role::Coach]);
        let zoe = world.member("Zoé", &[Role::Coach]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        let boris = world.member("Boris", &[Role::Entrepreneur]);
        let director = world.member("Dominique", &[Role::Director]);
        world.assign(camille, anna);
        world.assign(zoe, boris);
        let [at_camille, at_zoe, at_anna, at_director] =
            [camille, zoe, anna, director].map(|who| world.phone(who));
        world.pass(5_000);
        let now = world.now;
        let cover = people::ulid(&mut world.chance, now);
        let mut story = Self {
            world,
            camille,
            zoe,
            anna,
            boris,
            at_camille,
            at_zoe,
            at_anna,
            at_director,
            cover,
        };
        let before = people::ulid(&mut story.world.chance, now);
        let logged = people::session(anna, camille, before, "Premier point.");
        story.world.act(at_camille, logged);
        story.world.settle();
        story
    }

    fn id(&mut self) -> Ulid {
        people::ulid(&mut self.world.chance, self.world.now)
    }

    fn announced(&self) -> Command {
        Command::TeamBoard(TeamBoardCommand::AddCover {
            id: self.cover,
            cover: CoverFields {
                away: Some(self.camille),
                from: FIRST.into(),
                until: LAST.into(),
                backup: Some(self.zoe),
                note: "Congés.".into(),
            },
        })
    }

    /// Somebody announces it, and everybody hears of it.
    fn announces(&mut self, phone: usize) {
        let command = self.announced();
        self.world.act(phone, command);
        self.world.settle();
    }

    /// So long after the beginning of a day in France; the relay looks at its clock.
    fn goes_to(&mut self, day: &str, ms: i64) {
        let begins = Timestamp::of_local_day(days_from_date(day).expect("a day"));
        let at = begins.plus_ms(ms);
        self.world.pass((at.0 - self.world.now.0).max(0));
        self.world.wake_relay();
        self.world.pass(5_000);
    }

    fn holds(&self, phone: usize, head: &DocHead) -> bool {
        let id: DocId = head.id(self.world.coop());
        self.world.phones[phone].documents().contains(&id)
    }

    /// Whether Zoé's phone has Anna's log.
    fn zoe_has_it(&self) -> bool {
        self.holds(self.at_zoe, &DocHead::coaching_log(self.anna))
    }

    fn portfolio(&mut self, phone: usize) -> Vec<PortfolioRow> {
        let request = ViewRequest::CoachingLog(CoachingRequest::Portfolio { window: ALL });
        match self.world.phones[phone].view(self.world.now, &request) {
            Some(View::CoachingLog(CoachingAnswer::Portfolio(page))) => page.rows,
            other => panic!("not a portfolio: {other:?}"),
        }
    }

    /// The names of whom Zoé accompanies, as her phone says.
    fn zoes(&mut self) -> Vec<String> {
        let rows = self.portfolio(self.at_zoe).into_iter();
        rows.map(|row| row.name).collect()
    }

    fn covers(&mut self, phone: usize) -> Vec<CoverRow> {
        let request = ViewRequest::TeamBoard(TeamBoardRequest::Covers { window: ALL });
        match self.world.phones[phone].view(self.world.now, &request) {
            Some(View::TeamBoard(TeamBoardAnswer::Covers(page))) => page.rows,
            other => panic!("not covers: {other:?}"),
        }
    }

    /// What Anna is told of who reads her log.
    fn told_anna(&mut self) -> KindAccess {
        let request = ViewRequest::Whole(WholeRequest::Access);
        let kinds = match self.world.phones[self.at_anna].view(self.world.now, &request) {
            Some(View::Whole(WholeAnswer::Access(kinds))) => kinds,
            other => panic!("not who reads: {other:?}"),
        };
        let log = kinds.into_iter().find(|it| it.kind == Kind::CoachingLog);
        log.expect("the log is told of")
    }

    fn sheet(&mut self, phone: usize, id: Ulid) -> SessionSheet {
        let member = Some(self.anna);
        let request = ViewRequest::CoachingLog(CoachingRequest::Session { member, id });
        match self.world.phones[phone].view(self.world.now, &request) {
            Some(View::CoachingLog(CoachingAnswer::Session(Some(sheet)))) => *sheet,
            other => panic!("not a session: {other:?}"),
        }
    }

    fn signs(&mut self, phone: usize, id: Ulid, signer: MemberId) {
        let content_sha256 = self.sheet(phone, id).content_sha256;
        let hand = Some(SignedHand {
            content_sha256,
            strokes: "10,10 40,60 80,20".into(),
            typed: String::new(),
        });
        let sign = CoachingCommand::SignSession {
            member: self.anna,
            id,
            signer,
            hand,
        };
        self.world.act(phone, Command::CoachingLog(sign));
    }

    fn check(&self) {
        let coop = self.world.relay.coop().expect("the relay runs");
        self.world.watch.check(coop, &self.world.phones);
    }
}

pub(crate) fn the_members_of_an_absent_coach_appear_to_who_stands_in_and_leave_at_the_end() {
    let mut story = Story::new("week");
    // Announced without signal, by who is away.
    story.world.signal(story.at_camille, false);
    let command = story.announced();
    story.world.act(story.at_camille, command);
    story.world.signal(story.at_camille, true);
    story.world.settle();
    story.goes_to("2026-03-04", DAY_MS - 60_000);
    assert_eq!(story.zoes(), ["Boris"]);
    assert!(!story.zoe_has_it());
    assert_eq!(story.covers(story.at_zoe)[0].access, CoverAccess::Coming);

    story.goes_to(FIRST, 0);
    assert!(story.zoe_has_it());
    assert!(!story.holds(story.at_zoe, &DocHead::rsvp(story.anna)));
    let rows = story.portfolio(story.at_zoe);
    let anna = rows.iter().find(|row| row.name == "Anna").expect("Anna");
    let stands_in = StandIn {
        member: story.zoe,
        name: "Zoé".into(),
        away: story.camille,
        away_name: "Camille".into(),
        until: LAST.into(),
    };
    assert_eq!(anna.stands_in, Some(stands_in));
    let boris = rows.iter().find(|row| row.name == "Boris").expect("Boris");
    assert_eq!(boris.stands_in, None);
    let row = &story.covers(story.at_director)[0];
    assert_eq!((row.access, row.accompanied), (CoverAccess::Open, 1));
    let told = story.told_anna().people.into_iter();
    let told: Vec<_> = told.map(|one| (one.name, one.until)).collect();
    let expected = [("Camille", ""), ("Zoé", LAST)];
    assert_eq!(
        told,
        expected.map(|(name, until)| (name.into(), until.into()))
    );

    // Zoé logs a session, and both sign it on her phone.
    let session = story.id();
    let logged = people::session(story.anna, story.zoe, session, "Deux devis relus.");
    story.world.act(story.at_zoe, logged);
    story.world.settle();
    for signer in [story.anna, story.zoe] {
        story.signs(story.at_zoe, session, signer);
    }
    story.world.settle();
    assert!(story.sheet(story.at_anna, session).row.closed);

    // The last evening, without signal.
    story.goes_to(LAST, DAY_MS / 2);
    story.world.signal(story.at_zoe, false);
    let late = story.id();
    let words = people::session(story.anna, story.zoe, late, "Vu le dernier soir.");
    story.world.act(story.at_zoe, words);
    story.goes_to("2026-03-12", 3_600_000);
    assert!(story.zoe_has_it(), "without signal it is not told");
    story.world.signal(story.at_zoe, true);
    story.world.settle();
    assert_eq!(story.zoes(), ["Boris"]);
    assert!(!story.zoe_has_it());
    assert!(story.world.phones[story.at_zoe].refused_mentions(late));
    assert!(story.covers(story.at_zoe)[0].over);
    let told = story.told_anna();
    let names: Vec<_> = told.people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Camille"]);
    assert!(story.sheet(story.at_camille, session).row.closed);
    story.check();
}

#[test]
fn a_clock_that_is_wrong_on_a_phone_and_a_relay_that_crashed_change_nothing_of_it() {
    let mut story = Story::new("clocks");
    story.world.phones[story.at_zoe].skew_ms = 10 * DAY_MS;
    story.world.phones[story.at_camille].skew_ms = -30 * DAY_MS;
    story.announces(story.at_camille);
    assert!(!story.zoe_has_it());
    story.world.crash_relay();
    story.world.pass(2_000);
    story.world.relay.start();
    story.world.pass(60_000);
    story.goes_to(FIRST, 0);
    assert!(story.zoe_has_it());
    story.world.crash_relay();
    story.goes_to("2026-03-12", 0);
    story.world.relay.start();
    story.world.settle();
    assert!(!story.zoe_has_it());
    assert_eq!(story.zoes(), ["Boris"]);
    story.check();
}

#[test]
fn a_cover_that_a_director_takes_back_is_over_at_once_and_one_among_others_opens_no_file() {
    let mut story = Story::new("taken-back");
    story.announces(story.at_director);
    story.goes_to(FIRST, 0);
    assert!(story.zoe_has_it());
    let entry = EntryRef::new(DocHead::team_board(), "cover", story.cover);
    story
        .world
        .act(story.at_director, Command::remove(entry, true));
    story.world.settle();
    assert!(!story.zoe_has_it());

    // Nobody gives themselves what others accompany.
    let own = story.id();
    let grab = Command::TeamBoard(TeamBoardCommand::AddCover {
        id: own,
        cover: CoverFields {
            away: Some(story.camille),
            from: FIRST.into(),
            until: LAST.into(),
            backup: Some(story.zoe),
            note: String::new(),
        },
    });
    let refused = story.world.attempt(story.at_zoe, grab);
    assert!(
        matches!(refused, Some(DispatchResult::Rejected { .. })),
        "{refused:?}"
    );
    // The one who is away stands in for nobody, and who directs accompanies nobody.
    let changes = CoverChanges {
        backup: Some(Some(story.boris)),
        ..CoverChanges::default()
    };
    let entry = EntryRef::new(DocHead::team_board(), "cover", story.cover);
    story
        .world
        .act(story.at_director, Command::remove(entry, false));
    let edit = TeamBoardCommand::EditCover {
        id: story.cover,
        changes,
    };
    story.world.act(story.at_director, Command::TeamBoard(edit));
    story.world.settle();
    assert_eq!(story.covers(story.at_zoe)[0].access, CoverAccess::Nothing);
    assert!(!story.zoe_has_it());
    story.check();
}
