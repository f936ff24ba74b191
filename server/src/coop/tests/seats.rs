//! Seats: decided by the relay alone, in the order of receipt, whatever a phone claims.

use besace_model::ids::Ulid;
use besace_model::kind::{DocHead, Role};
use besace_model::kinds::roster;
use besace_model::record::AnswerStatus;
use besace_model::record::SeatStatus::{self, Seated, Waitlisted};
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::Command;
use crate::store::people::Status;

/// One of the team, and four who may answer, with an event of so many seats.
fn invited(capacity: i64) -> (World, Phone, Vec<Phone>) {
    let mut world = World::new();
    let mut team = world.join(1, &[Role::Comms]);
    let phones = (2..6)
        .map(|n| world.join(n, &[Role::Entrepreneur]))
        .collect();
    world.say(&mut team, &event(7, capacity));
    (world, team, phones)
}

/// Who has a seat or waits, by rank.
fn seats(world: &World) -> Vec<(u8, SeatStatus)> {
    let mut reader = Phone::reader(1);
    world.sync(&mut reader, 100_000);
    let id = DocHead::roster(Ulid([7; 16])).id(world.coop.id());
    let Some(doc) = reader.docs.get(&id) else {
        return Vec::new();
    };
    let mut seats: Vec<_> = roster::read(doc).seats.into_iter().collect();
    seats.sort_by_key(|(_, seat)| seat.rank);
    seats
        .iter()
        .map(|(who, seat)| (who.as_bytes()[0], seat.status))
        .collect()
}

#[test]
fn seats_go_in_the_order_of_receipt_and_a_released_one_to_the_first_waiting() {
    let (mut world, mut team, mut phones) = invited(2);
    for phone in &mut phones {
        world.say(phone, &answer(7, AnswerStatus::Accepted));
    }
    assert_eq!(
        seats(&world),
        [(2, Seated), (3, Seated), (4, Waitlisted), (5, Waitlisted)]
    );
    world.say(&mut phones[0], &answer(7, AnswerStatus::Declined));
    assert_eq!(seats(&world), [(3, Seated), (4, Seated), (5, Waitlisted)]);
    world.say(&mut team, &capacity(7, 3));
    assert_eq!(seats(&world), [(3, Seated), (4, Seated), (5, Seated)]);
    world.say(&mut team, &capacity(7, 1));
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    assert_eq!(
        seats(&world),
        [(3, Seated), (4, Seated), (5, Seated), (2, Waitlisted)]
    );
    world.decide(Command::SetStatus {
        member: member(3),
        status: Status::Left,
    });
    assert_eq!(seats(&world), [(4, Seated), (5, Seated), (2, Waitlisted)]);
}

#[test]
fn an_acceptance_sent_while_answers_are_closed_jumps_no_queue() {
    let (mut world, mut team, mut phones) = invited(1);
    world.say(&mut team, &signup(7, false));
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    assert_eq!(seats(&world), []);
    world.say(&mut team, &signup(7, true));
    world.say(&mut phones[1], &answer(7, AnswerStatus::Accepted));
    world.say(
        &mut phones[0],
        &answer_saying(7, AnswerStatus::Accepted, "Toujours partante"),
    );
    assert_eq!(seats(&world), [(3, Seated), (2, Waitlisted)]);
}

#[test]
fn answers_that_cannot_be_read_stop_nobody_elses() {
    let (mut world, _, mut phones) = invited(2);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    let id = DocHead::rsvp(phones[0].member).id(world.coop.id());
    world.coop.spoil_log(id);
    let verdict = world.say(
        &mut phones[0],
        &answer_saying(7, AnswerStatus::Accepted, "Avec un vélo"),
    );
    assert!(matches!(verdict, Verdict::Accepted(_)));
    let verdict = world.say(
        &mut phones[0],
        &answer_saying(7, AnswerStatus::Accepted, "Sans vélo"),
    );
    assert!(matches!(verdict, Verdict::Retry(_)), "frozen: {verdict:?}");
    let verdict = world.say(&mut phones[1], &answer(7, AnswerStatus::Accepted));
    assert!(matches!(verdict, Verdict::Accepted(_)));
    assert_eq!(seats(&world), [(2, Seated), (3, Seated)]);
}
