//! What the director follows: the two interviews a year of each member, by dates and signatures, without a word of what
//! was said.

use besace_client::kinds::register::{
    FollowRow, FollowSheet, FollowTotals, RegisterAnswer, RegisterRequest,
};
use besace_client::view::{Page, View, ViewRequest, Window};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Record;
use besace_model::kinds::coaching_log::{CoachingCommand, SessionFields, SignedHand, as_logged};
use besace_model::kinds::register::Standing;
use besace_model::time::Timestamp;
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

/// Words of the sessions here.
const SAID: &str = "mot-qui-ne-sort-pas";

/// A coach and a member with a phone each, and the director's phone.
struct Story {
    world: World,
    coach: MemberId,
    anna: MemberId,
    at_coach: usize,
    at_anna: usize,
    at_director: usize,
}

fn on(day: &str) -> Timestamp {
    Timestamp::parse_rfc3339(&format!("{day}T10:00:00Z")).expect("a day")
}

fn interview(coach: MemberId, starts_at: &str) -> SessionFields {
    let logged = people::session(coach, coach, Ulid([0; 16]), SAID);
    let Command::CoachingLog(CoachingCommand::LogSession { session, .. }) = logged else {
        unreachable!("a session is logged");
    };
    SessionFields {
        starts_at: starts_at.into(),
        statutory: true,
        place: SAID.into(),
        topics: vec![SAID.into()],
        objectives: SAID.into(),
        plan: SAID.into(),
        eight_points: vec![SAID.into(); 8],
        ..session
    }
}

impl Story {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("follow-up-{name}")));
        let coach = world.member("Camille", &[Role::Coach]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        let director = world.member("Dominique", &[Role::Director]);
        world.assign(coach, anna);
        let (at_coach, at_anna) = (world.phone(coach), world.phone(anna));
        let at_director = world.phone(director);
        world.pass(5_000);
        Self {
            world,
            coach,
            anna,
            at_coach,
            at_anna,
            at_director,
        }
    }

    /// Logs an interview on the coach's phone.
    fn holds(&mut self, starts_at: &str) -> Ulid {
        let (now, member) = (self.world.now, self.anna);
        let id = people::ulid(&mut self.world.chance, now);
        let session = interview(self.coach, starts_at);
        self.does(CoachingCommand::LogSession {
            member,
            id,
            session,
        });
        id
    }

    /// Somebody signs on the coach's phone what was logged there.
    fn signs(&mut self, id: Ulid, signer: MemberId, starts_at: &str) {
        let session = as_logged(id, &interview(self.coach, starts_at));
        self.does(CoachingCommand::SignSession {
            member: self.anna,
            id,
            signer,
            hand: Some(SignedHand {
                content_sha256: session.content_sha256,
                strokes: String::new(),
                typed: "Anna".into(),
            }),
        });
    }

    fn does(&mut self, command: CoachingCommand) {
        self.world.act(self.at_coach, Command::CoachingLog(command));
    }

    /// An interview that both signed.
    fn interviews(&mut self, starts_at: &str) -> Ulid {
        let id = self.holds(starts_at);
        for signer in [self.coach, self.anna] {
            self.signs(id, signer, starts_at);
        }
        id
    }

    fn ask(&mut self, phone: usize, day: &str, request: RegisterRequest) -> RegisterAnswer {
        match self.world.phones[phone].view(on(day), &ViewRequest::Register(request)) {
            Some(View::Register(answer)) => answer,
            other => panic!("not of registers: {other:?}"),
        }
    }

    fn listed(&mut self, phone: usize, day: &str, standing: Option<Standing>) -> Vec<FollowRow> {
        let request = RegisterRequest::FollowUp {
            year: 2026,
            search: String::new(),
            standing,
            window: Window {
                offset: 0,
                limit: 50,
            },
        };
        match self.ask(phone, day, request) {
            RegisterAnswer::FollowUp(Page { rows, .. }) => rows,
            other => panic!("not a list: {other:?}"),
        }
    }

    /// How Anna stands on a day, as the director's phone says.
    fn anna(&mut self, day: &str) -> FollowRow {
        let anna = self.anna;
        let rows = self.listed(self.at_director, day, None);
        let mut rows = rows.into_iter().filter(|row| row.member == anna);
        rows.next().expect("Anna is listed")
    }

    fn stands(&mut self, day: &str) -> Option<Standing> {
        self.anna(day).standing
    }

    fn sheet(&mut self, phone: usize) -> Option<FollowSheet> {
        let (member, year) = (self.anna, 2026);
        match self.ask(
            phone,
            "2026-06-01",
            RegisterRequest::Registered { member, year },
        ) {
            RegisterAnswer::Registered(sheet) => sheet.map(|sheet| *sheet),
            other => panic!("not a sheet: {other:?}"),
        }
    }
}

#[test]
fn one_interview_of_two_is_amber_on_the_first_of_october_and_red_on_the_first_of_november() {
    let mut story = Story::new("standing");
    story.interviews("2026-03-02T09:00:00Z");
    story.world.settle();
    for (day, standing) in [
        ("2026-03-02", Standing::InTime),
        ("2026-09-30", Standing::InTime),
        ("2026-10-01", Standing::Soon),
        ("2026-10-31", Standing::Soon),
        ("2026-11-01", Standing::Late),
        ("2027-01-01", Standing::Late),
    ] {
        assert_eq!(story.stands(day), Some(standing), "{day}");
    }
    let row = story.anna("2026-11-01");
    assert_eq!((row.interviews, row.due, row.minutes), (1, 2, 75));
    let director = story.at_director;
    let late = story.listed(director, "2026-11-01", Some(Standing::Late));
    assert_eq!(late.len(), 1);
    assert_eq!(
        story.ask(
            director,
            "2026-11-01",
            RegisterRequest::FollowTotals { year: 2026 }
        ),
        RegisterAnswer::FollowTotals(FollowTotals {
            late: 1,
            ..FollowTotals::default()
        })
    );
    story.interviews("2026-03-02T13:00:00Z");
    story.world.settle();
    for day in ["2026-10-01", "2026-11-01"] {
        assert_eq!(story.stands(day), Some(Standing::Complete), "{day}");
    }
}

#[test]
fn the_director_sees_dates_and_signatures_without_network_and_not_a_word_is_on_that_phone() {
    let mut story = Story::new("words");
    story.interviews("2026-03-02T09:00:00Z");
    story.world.settle();
    let phone = story.at_director;
    story.world.signal(phone, false);
    story.world.kill(phone);
    story.world.open(phone);
    let sheet = story.sheet(phone).expect("Anna's sessions");
    let session = &sheet.sessions[0];
    assert!(session.counts && session.statutory && !session.to_sign);
    assert_eq!(session.starts_at, "2026-03-02T09:00:00Z");
    let signers: Vec<&str> = session
        .signed_by
        .iter()
        .map(|by| by.name.as_str())
        .collect();
    assert_eq!(signers, ["Anna", "Camille"]);
    let disk = story.world.phones[phone].disk();
    for ((store, key), row) in disk {
        let row = String::from_utf8_lossy(row);
        assert!(!row.contains(SAID), "{store} {key}");
    }
    let records = story.world.phones[phone].records();
    let mut records = records.values();
    assert!(!records.any(|record| matches!(record, Record::CoachingLog(_))));
    assert!(
        story.world.phones[story.at_anna]
            .disk()
            .values()
            .any(|row| { String::from_utf8_lossy(row).contains(SAID) })
    );
}

#[test]
fn what_is_not_signed_by_both_as_it_stands_or_is_contested_does_not_count() {
    let mut story = Story::new("counts");
    let at = "2026-03-02T09:00:00Z";
    let (coach, anna) = (story.coach, story.anna);
    let id = story.holds(at);
    story.signs(id, anna, at);
    story.world.settle();
    let row = story.anna("2026-06-01");
    assert_eq!((row.interviews, row.to_sign), (0, 1), "half signed");
    // The text changes under the signature.
    story
        .world
        .act(story.at_coach, people::points(anna, id, "Autrement."));
    story.world.settle();
    let sheet = story.sheet(story.at_director).expect("Anna's sessions");
    assert!(sheet.sessions[0].signed_by.is_empty());
    story
        .world
        .act(story.at_coach, people::points(anna, id, SAID));
    story.signs(id, coach, at);
    story.world.settle();
    assert_eq!(story.anna("2026-06-01").interviews, 1);
    let contest = CoachingCommand::ContestSignature { member: anna, id };
    story
        .world
        .act(story.at_anna, Command::CoachingLog(contest));
    story.world.settle();
    let row = story.anna("2026-11-01");
    assert_eq!((row.interviews, row.to_sign), (0, 1), "contested");
    assert_eq!(row.standing, Some(Standing::Late));
    assert!(story.sheet(story.at_director).expect("hers").sessions[0].contested);
}

#[test]
fn who_accompanies_follows_their_own_and_an_entrepreneur_themselves() {
    let mut story = Story::new("readers");
    let other = story.world.member("Basile", &[Role::Entrepreneur]);
    let at_other = story.world.phone(other);
    story.interviews("2026-03-02T09:00:00Z");
    story.world.settle();
    for (phone, names) in [
        (story.at_director, &["Anna", "Basile"][..]),
        (story.at_coach, &["Anna"]),
        (at_other, &["Basile"]),
    ] {
        let rows = story.listed(phone, "2026-06-01", None);
        let seen: Vec<String> = rows.into_iter().map(|row| row.name).collect();
        assert_eq!(seen, names);
    }
    assert_eq!(story.sheet(at_other), None, "nobody else's");
}
