//! What each reader holds of who comes to an event: everybody the seats and the lifts, those who hold it diets, words and
//! the waiting list, and each member their own place in it.

mod lifts;
mod waiting;

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::guests;
use besace_model::kinds::rsvp::AnswerStatus::{Accepted, Declined, Tentative};
use besace_model::kinds::rsvp::{AnswerCommand, AnswerFields, AnswerStatus};

use super::world::*;
use crate::coop::Decision;
use crate::store::StorePlace;

const EVENT: Ulid = Ulid([7; 16]);
/// Who wrote what only those read who hold the event.
const WORDS: [&str; 3] = ["sans-arachide", "mot-discret", "garage-discret"];
const COMMS: u8 = 1;
const ANNE: u8 = 2;
const BELA: u8 = 3;
const CHLOE: u8 = 4;
const DORA: u8 = 5;

fn full(status: AnswerStatus, seats: i64, from: &str) -> Say {
    Say::Rsvp(AnswerCommand::AnswerEvent {
        event: EVENT,
        answer: AnswerFields {
            status,
            comment: WORDS[1].into(),
            carpool_seats: seats,
            carpool_from: from.into(),
            diet: WORDS[0].into(),
            for_sequence: 0,
        },
    })
}

/// An event with so many seats, and four who may answer.
struct Party {
    world: World,
    team: Phone,
    phones: Vec<Phone>,
}

impl Party {
    fn at(place: StorePlace, capacity: i64) -> Self {
        let mut world = World::at(place);
        let mut team = world.join(COMMS, &[Role::Comms]);
        let phones = (ANNE..=DORA)
            .map(|n| world.join(n, &[Role::Entrepreneur]))
            .collect();
        world.say(&mut team, &event(7, capacity));
        Self {
            world,
            team,
            phones,
        }
    }

    fn say(&mut self, n: u8, say: &Say) {
        let phone = &mut self.phones[usize::from(n - ANNE)];
        self.world.say(phone, say);
    }

    /// What a member's fresh phone holds once the relay had its time.
    fn phone(&mut self, n: u8) -> Phone {
        self.world.settle();
        let mut phone = Phone::reader(n);
        self.world.sync(&mut phone, 1 << 16);
        phone
    }
}

fn holds(phone: &Phone, word: &str) -> bool {
    phone.docs.values().any(|doc| {
        let saved = doc.save_nocompress();
        saved
            .windows(word.len())
            .any(|bytes| bytes == word.as_bytes())
    })
}

#[test]
fn those_who_hold_an_event_read_diets_and_words_and_nobody_else_does() {
    let mut party = Party::at(StorePlace::Memory, 2);
    party.say(ANNE, &full(Accepted, 3, "Gare du Nord"));
    party.say(BELA, &full(Declined, 2, WORDS[2]));
    party.say(CHLOE, &full(Tentative, 0, ""));
    let said = guests::read(party.phone(COMMS).last(Kind::Guests).unwrap().1).guests;
    assert_eq!(said.len(), 3);
    assert_eq!(said[&member(ANNE)].diet, WORDS[0]);
    assert_eq!(said[&member(ANNE)].carpool_seats, 3);
    let declined = &said[&member(BELA)];
    assert_eq!(
        (declined.comment.as_str(), declined.diet.as_str()),
        (WORDS[1], "")
    );
    assert_eq!(
        (declined.carpool_seats, declined.carpool_from.as_str()),
        (0, "")
    );
    let mut dora = party.phone(DORA);
    assert!(dora.last(Kind::Guests).is_none());
    assert!(WORDS.iter().all(|word| !holds(&dora, word)));
    // A facilitator reads them as long as they are one.
    let facilitate = |facilitates| Decision::SetFacilitator {
        event: EVENT,
        member: member(DORA),
        facilitates,
    };
    party.world.decide(facilitate(true));
    party.world.sync(&mut dora, 1 << 16);
    assert!(dora.last(Kind::Guests).is_some() && holds(&dora, WORDS[0]));
    party.world.decide(facilitate(false));
    party.world.sync(&mut dora, 1 << 16);
    assert!(dora.last(Kind::Guests).is_none() && !holds(&dora, WORDS[0]));
    // Who joins the team downloads them.
    party.world.join(9, &[Role::Coach]);
    assert!(party.phone(9).last(Kind::Guests).is_some());
}

#[test]
fn an_answer_to_what_is_no_event_makes_no_document_and_no_audience() {
    let mut party = Party::at(StorePlace::Memory, 2);
    party.world.settle();
    let before = party.world.coop.head();
    party.say(ANNE, &answer(9, Accepted));
    party.world.settle();
    assert_eq!(party.world.coop.head(), before + 1);
    party.world.say(&mut party.team, &event(9, 1));
    let phone = party.phone(COMMS);
    let said = guests::read(phone.last(Kind::Guests).unwrap().1).guests;
    assert!(said.contains_key(&member(ANNE)));
}
