//! What the relay counts of a consultation: what it had when that closed, in its own time, whatever phones say.

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::consultation::{
    ConsultationCommand, ConsultationFields, ConsultationStatus, Electorate, Method,
};
use besace_model::kinds::stance::{Position, StanceCommand, StanceFields};
use besace_model::kinds::tally::{self, Tally};
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::Coop;
use crate::store::StorePlace;

const ASKED: Ulid = Ulid([7; 16]);
const DIRECTOR: u8 = 1;
const WHY: &str = "raison-discrete";
const HOUR_MS: i64 = 3_600_000;

/// A cooperative that is asked something, and seven who may answer.
struct Ballot {
    world: World,
    phones: Vec<Phone>,
    closes: String,
}

impl Ballot {
    fn at(place: StorePlace, secret: bool) -> Self {
        let mut world = World::at(place);
        let mut director = world.join(DIRECTOR, &[Role::Director]);
        let phones = (2..=8)
            .map(|n| world.join(n, &[Role::Entrepreneur]))
            .collect();
        let closes = world.now.plus_ms(HOUR_MS).rfc3339();
        let consultation = ConsultationFields {
            question: "On y va ?".into(),
            details: String::new(),
            method: Method::Consent,
            secret,
            closes: closes.clone(),
            quorum_bp: Some(5_000),
            proxies: 1,
        };
        let add = ConsultationCommand::AddConsultation {
            id: ASKED,
            consultation,
            electorate: Electorate::Everyone,
        };
        let status = ConsultationStatus::Open;
        let open = ConsultationCommand::SetConsultationStatus { id: ASKED, status };
        for command in [add, open] {
            let verdict = world.say(&mut director, &Say::Consultation(command));
            assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
        }
        Self {
            world,
            phones,
            closes,
        }
    }

    fn answer(&mut self, n: u8, position: Position) {
        let stance = StanceFields {
            position: Some(position),
            reason: WHY.into(),
            closes: self.closes.clone(),
            ..StanceFields::default()
        };
        let take = Say::Stance(StanceCommand::TakeStance { id: ASKED, stance });
        let verdict = self.world.say(&mut self.phones[usize::from(n - 2)], &take);
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    }

    /// An hour later.
    fn closes(&mut self) {
        self.world.now = self.world.now.plus_ms(HOUR_MS);
    }

    /// What is told to everybody, once the relay had its time.
    fn tally(&mut self) -> (Tally, Phone) {
        self.world.settle();
        let now = self.world.tick();
        self.world.coop.derive(now).unwrap();
        let phone = self.world.fresh(8);
        let tally = tally::read(phone.last(Kind::Tally).unwrap().1);
        (tally, phone)
    }
}

#[test]
fn what_the_relay_had_when_it_closed_counts_and_what_comes_later_changes_nothing() {
    let mut ballot = Ballot::at(StorePlace::Memory, false);
    ballot.answer(2, Position::Consent);
    ballot.answer(3, Position::Objection);
    let (open, _) = ballot.tally();
    assert!(!open.closed);
    assert_eq!((open.asked, open.voices), (8, 2));
    // It came in time, and was not read yet when the time was over.
    ballot.answer(4, Position::Consent);
    ballot.closes();
    ballot.answer(3, Position::Consent);
    ballot.answer(5, Position::Consent);
    let (closed, _) = ballot.tally();
    assert!(closed.closed);
    assert_eq!((closed.voices, closed.late), (3, 2), "{closed:?}");
    assert_eq!(
        closed.counts[&"objection".to_owned()],
        1,
        "what counted before stays"
    );
    ballot.world.join(9, &[Role::Entrepreneur]);
    ballot.answer(6, Position::Consent);
    let (later, _) = ballot.tally();
    assert_eq!(later, Tally { late: 3, ..closed });
}

#[test]
fn it_is_counted_once_the_time_is_over_also_when_nobody_says_anything() {
    let mut ballot = Ballot::at(StorePlace::Memory, true);
    for n in 2..=6 {
        ballot.answer(n, Position::Consent);
    }
    let (open, phone) = ballot.tally();
    assert_eq!(
        open,
        Tally {
            asked: 8,
            ..Tally::default()
        }
    );
    assert!(!phone.knows(WHY));
    assert!(
        !ballot.world.coop.is_deriving(),
        "nothing is left to do until then"
    );
    assert!(ballot.world.coop.derives_at().is_some());
    ballot.closes();
    assert!(ballot.world.coop.is_derived_due(ballot.world.now));
    let (closed, phone) = ballot.tally();
    assert_eq!(
        (closed.voices, closed.counts[&"consent".to_owned()]),
        (5, 5)
    );
    assert!(closed.said.is_empty());
    assert!(!phone.knows(WHY));
    // What the year's figures say next waits for the next month.
    let next = ballot.world.coop.derives_at();
    assert!(next.is_none_or(|at| at > ballot.world.now.plus_ms(24 * HOUR_MS)));
}

#[test]
fn a_relay_that_was_closed_meanwhile_counts_what_it_had_in_time() {
    let folder = std::env::temp_dir().join(format!("besace-tallies-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = || StorePlace::File(folder.join("coop.db"));
    let mut ballot = Ballot::at(place(), false);
    ballot.answer(2, Position::Consent);
    ballot.world.settle();
    ballot.answer(3, Position::Consent);
    let Ballot {
        world,
        phones,
        closes,
    } = ballot;
    let now = world.now;
    world.coop.close().unwrap();
    let mut ballot = Ballot {
        world: World::of(Coop::open(place(), 1).unwrap(), now),
        phones,
        closes,
    };
    ballot.closes();
    ballot.answer(4, Position::Consent);
    let (closed, _) = ballot.tally();
    assert_eq!((closed.voices, closed.late), (2, 1));
    drop(ballot);
    std::fs::remove_dir_all(folder).unwrap();
}
