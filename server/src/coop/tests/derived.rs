//! What the relay derives: dates and signatures of sessions, and nothing that was said in them.

use besace_model::access::Role;
use besace_model::command::{Command as Say, EntryRef};
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::coaching_log::{
    CoachingCommand, SessionChanges, SessionFields, SessionMode, SessionStatus, SessionType,
    SignedHand, as_logged,
};
use besace_model::kinds::register;
use besace_model::kinds::register::Register;
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::Coop;
use crate::limits::DERIVE_AFTER_MS_MAX;
use crate::store::StorePlace;

const WORDS: [&str; 7] = [
    "objectif-secret",
    "points-secrets",
    "plan-secret",
    "huit-secret",
    "lieu-secret",
    "sujet-secret",
    "nom-secret",
];

const FINANCE: u8 = 4;
const DIRECTOR: u8 = 5;

fn session() -> SessionFields {
    SessionFields {
        starts_at: "2026-12-05T09:00:00Z".into(),
        minutes: 75,
        mode: SessionMode::Office,
        place: WORDS[4].into(),
        session_type: SessionType::Statutory,
        statutory: true,
        topics: vec![WORDS[5].into()],
        status: SessionStatus::Done,
        coaches: vec![member(1)],
        objectives: WORDS[0].into(),
        points: WORDS[1].into(),
        plan: WORDS[2].into(),
        eight_points: vec![WORDS[3].into(); 8],
        member_present: Some(true),
        amends: None,
    }
}

fn log(n: u8) -> Say {
    Say::CoachingLog(CoachingCommand::LogSession {
        member: member(2),
        id: Ulid([n; 16]),
        session: session(),
    })
}

fn sign(n: u8, signer: u8) -> Say {
    Say::CoachingLog(CoachingCommand::SignSession {
        member: member(2),
        id: Ulid([n; 16]),
        signer: member(signer),
        hand: Some(SignedHand {
            content_sha256: as_logged(Ulid([n; 16]), &session()).content_sha256,
            strokes: String::new(),
            typed: WORDS[6].into(),
        }),
    })
}

/// A cooperative with a coach, whom they accompany, and another member.
struct People {
    world: World,
    coach: Phone,
    anne: Phone,
    other: Phone,
}

impl People {
    fn at(place: StorePlace) -> Self {
        let mut world = World::at(place);
        let coach = world.join(1, &[Role::Coach]);
        let anne = world.join(2, &[Role::Entrepreneur]);
        let other = world.join(3, &[Role::Entrepreneur]);
        world.join(FINANCE, &[Role::Finance]);
        world.join(DIRECTOR, &[Role::Director]);
        world.assign(1, 2);
        Self {
            world,
            coach,
            anne,
            other,
        }
    }

    fn say(&mut self, by_coach: bool, say: &Say) {
        let phone = if by_coach {
            &mut self.coach
        } else {
            &mut self.anne
        };
        self.world.sync(phone, 1 << 16);
        let verdict = self.world.say(phone, say);
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    }

    /// Logs a session that both sign.
    fn interview(&mut self, n: u8) {
        self.say(true, &log(n));
        self.say(true, &sign(n, 1));
        self.say(false, &sign(n, 2));
    }

    /// What a phone knows of the register, when the relay had its time.
    fn register(&mut self, reader: u8) -> Option<Register> {
        self.world.settle();
        let phone = self.world.fresh(reader);
        let said = phone.last(Kind::Register)?;
        assert_eq!(said.0.owner, member(2));
        Some(register::read(said.1))
    }
}

#[test]
fn finance_and_direction_see_when_sessions_were_and_who_signed_and_not_a_word_of_them() {
    let mut people = People::at(StorePlace::Memory);
    people.interview(7);
    for reader in [FINANCE, DIRECTOR, 1, 2] {
        let said = people.register(reader).unwrap();
        let session = &said.sessions[&Ulid([7; 16])];
        assert!(session.counts);
        assert_eq!((session.minutes, session.statutory), (75, true));
        assert_eq!(session.starts_at, "2026-12-05T09:00:00Z");
        assert_eq!(session.signed_by.len(), 2);
    }
    assert_eq!(people.register(3), None);
    for n in [FINANCE, DIRECTOR] {
        let phone = people.world.fresh(n);
        let found = WORDS.iter().find(|word| phone.knows(word));
        assert_eq!(found, None);
    }
}

#[test]
fn what_is_derived_follows_what_happens_to_a_session() {
    let mut people = People::at(StorePlace::Memory);
    people.interview(7);
    people.say(true, &log(8));
    let said = people.register(FINANCE).unwrap();
    assert!(!said.sessions[&Ulid([8; 16])].counts);
    let changes = SessionChanges {
        points: Some("autre chose".into()),
        ..SessionChanges::default()
    };
    people.say(true, &sign(8, 1));
    let edit = CoachingCommand::EditSession {
        member: member(2),
        id: Ulid([8; 16]),
        changes,
    };
    people.say(true, &Say::CoachingLog(edit));
    let said = people.register(FINANCE).unwrap();
    let session = &said.sessions[&Ulid([8; 16])];
    assert!(session.signed_by.is_empty(), "the text changed since");
    let entry = EntryRef::new(DocHead::coaching_log(member(2)), "sessions", Ulid([8; 16]));
    people.say(true, &Say::remove(entry.clone(), true));
    let said = people.register(FINANCE).unwrap();
    assert_eq!(said.sessions.len(), 1);
    people.say(true, &Say::remove(entry, false));
    let said = people.register(FINANCE).unwrap();
    assert_eq!(said.sessions.len(), 2);
}

#[test]
fn an_acknowledgement_waits_for_nothing_derived_and_what_says_the_same_is_not_written_again() {
    let mut people = People::at(StorePlace::Memory);
    people.world.settle();
    people.world.sync(&mut people.coach, 1 << 16);
    let push = people.coach.commit(&people.world, &log(7));
    let outcome = people.world.push(vec![push]);
    assert_eq!(outcome.published.entries.len(), 1);
    assert!(people.world.coop.is_deriving() && !people.world.coop.is_derived_due());
    assert_eq!(people.world.coop.sources_due(people.world.now).len(), 0);
    assert_eq!(people.world.settle(), 1);
    let goal = CoachingCommand::PrepareSession {
        id: Ulid([7; 16]),
        text: "Mes questions".into(),
    };
    people.say(false, &Say::CoachingLog(goal));
    assert_eq!(people.world.settle(), 0, "it tells nothing else");
}

#[test]
fn what_was_to_be_derived_when_the_relay_ended_is_derived_when_it_starts() {
    for step in 0..4 {
        let folder = std::env::temp_dir().join(format!("besace-derived-{}", std::process::id()));
        let folder = folder.join(step.to_string());
        std::fs::create_dir_all(&folder).unwrap();
        let place = StorePlace::File(folder.join("coop.db"));
        let mut people = People::at(place.clone());
        people.interview(7);
        let now = people.world.now.plus_ms(10_000);
        let coop = &mut people.world.coop;
        let sources = if step > 0 {
            coop.sources_due(now)
        } else {
            Vec::new()
        };
        if step > 1 {
            let reader = coop.reader().unwrap().unwrap();
            coop.put_taken(now, reader.take_from(&sources).unwrap())
                .unwrap();
        }
        if step > 2 {
            coop.write_derived(now).unwrap();
        }
        // As killed: nothing more is written.
        let at = people.world.now;
        drop(std::mem::replace(&mut people.world, World::new()));
        people.world = World::of(Coop::open(place, 1).unwrap(), at);
        let said = people.register(DIRECTOR).unwrap();
        assert!(said.sessions[&Ulid([7; 16])].counts, "{step}");
        assert!(!people.world.coop.is_deriving());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn another_version_of_what_is_derived_is_derived_from_everything_again() {
    let folder = std::env::temp_dir().join(format!("besace-version-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = StorePlace::File(folder.join("coop.db"));
    let mut people = People::at(place.clone());
    people.interview(7);
    let before = people.register(DIRECTOR);
    let conn = people.world.coop.store.conn();
    conn.execute_batch(
        "UPDATE projection SET version = version + 1; UPDATE given SET part = x'00'",
    )
    .unwrap();
    let at = people.world.now;
    drop(std::mem::replace(&mut people.world, World::new()));
    people.world = World::of(Coop::open(place, 1).unwrap(), at);
    assert!(people.world.coop.is_deriving());
    assert_eq!(people.register(DIRECTOR), before);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_log_that_cannot_be_read_keeps_nobody_elses_register_from_being_written() {
    let mut people = People::at(StorePlace::Memory);
    people.interview(7);
    let log = DocHead::coaching_log(member(2)).id(people.world.coop.id());
    people.world.coop.spoil_log(log);
    let said = people.register(DIRECTOR);
    assert_eq!(said, None);
    let mut other = CoachingCommand::LogSession {
        member: member(3),
        id: Ulid([9; 16]),
        session: session(),
    };
    if let CoachingCommand::LogSession { session, .. } = &mut other {
        session.coaches = Vec::new();
    }
    let verdict = people
        .world
        .say(&mut people.other, &Say::CoachingLog(other));
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    assert_eq!(people.world.settle(), 1);
}

#[test]
fn a_long_document_is_read_less_often_and_a_clock_that_was_put_back_keeps_none_waiting() {
    let mut people = People::at(StorePlace::Memory);
    people.world.settle();
    let (now, coop) = (people.world.now, &mut people.world.coop);
    coop.deriving
        .note(1, 1, now.plus_ms(DERIVE_AFTER_MS_MAX / 2));
    assert_eq!(coop.sources_due(now).len(), 0, "not before its time");
    let later = now.plus_ms(DERIVE_AFTER_MS_MAX / 2);
    assert_eq!(coop.sources_due(later), [1]);
    coop.put_taken(later, Vec::new()).unwrap();
    let put_back = now.plus_ms(-2 * DERIVE_AFTER_MS_MAX);
    assert_eq!(coop.sources_due(put_back), [1]);
}
