//! Lifts: everybody reads those of who has a seat.

use besace_model::kind::Kind;
use besace_model::kinds::rides;
use besace_model::kinds::rsvp::AnswerStatus::{Accepted, Declined};

use super::{ANNE, BELA, CHLOE, DORA, Party, WORDS, full, holds};
use crate::coop::tests::world::*;
use crate::store::StorePlace;

#[test]
fn everybody_reads_the_lifts_of_those_who_have_a_seat_and_no_others() {
    let mut party = Party::at(StorePlace::Memory, 1);
    let lifts = |party: &mut Party| {
        let phone = party.phone(DORA);
        let said = phone
            .last(Kind::Rides)
            .map(|(_, doc)| rides::read(doc).rides);
        let said = said.into_iter().flatten();
        said.map(|(who, ride)| (who.as_bytes()[0], ride.seats, ride.from))
            .collect::<Vec<_>>()
    };
    party.say(ANNE, &full(Accepted, 3, "Gare du Nord"));
    party.say(BELA, &full(Accepted, 2, WORDS[2]));
    assert_eq!(lifts(&mut party), [(ANNE, 3, "Gare du Nord".into())]);
    assert!(!holds(&party.phone(DORA), WORDS[2]), "she only waits");
    party.say(ANNE, &full(Declined, 3, "Gare du Nord"));
    assert_eq!(lifts(&mut party), [(BELA, 2, WORDS[2].into())]);
    party.say(BELA, &full(Accepted, 0, ""));
    assert_eq!(lifts(&mut party), []);
}

#[test]
fn lifts_follow_a_roster_into_its_next_generation() {
    let mut party = Party::at(StorePlace::Memory, 1);
    party.world.coop.rebuild_after(2);
    for n in [ANNE, BELA, CHLOE] {
        party.say(n, &full(Accepted, i64::from(n), "Gare"));
        party.world.settle();
    }
    for n in [ANNE, BELA] {
        party.say(n, &full(Declined, 0, ""));
        party.world.settle();
    }
    let phone = party.phone(DORA);
    assert!(phone.last(Kind::Roster).unwrap().0.generation > 0);
    let said = rides::read(phone.last(Kind::Rides).unwrap().1).rides;
    let who: Vec<_> = said.keys().copied().collect();
    assert_eq!(who, [member(CHLOE)]);
}
