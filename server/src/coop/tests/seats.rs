//! Seats: decided by the relay alone, in the order of receipt, whatever a phone claims.

mod changing;
mod order;

use automerge::Automerge;
use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, Ulid};
use besace_model::kinds::roster::SeatStatus;
use besace_model::kinds::roster::SeatStatus::{Seated, Waitlisted};
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::wire::Verdict;

use super::world::*;
use order::by_rank;

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

/// Who has a seat or waits, by rank, as the team reads it.
fn seats(world: &World) -> Vec<(u8, SeatStatus)> {
    let mut reader = Phone::reader(1);
    world.sync(&mut reader, 100_000);
    by_rank(world, |id| reader.docs.get(&id).cloned())
}

/// The same, by the documents themselves.
fn seats_without(world: &World) -> Vec<(u8, SeatStatus)> {
    by_rank(world, |id| exported(world, id))
}

fn exported(world: &World, id: DocId) -> Option<Automerge> {
    let file = world.coop.export(id).ok()?.file;
    Some(Automerge::load(&file).unwrap())
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
    // After a restart the log must be read again.
    world.coop.indexes.clear();
    let verdict = world.say(
        &mut phones[0],
        &answer_saying(7, AnswerStatus::Accepted, "Sans vélo"),
    );
    assert!(matches!(verdict, Verdict::Retry(_)), "frozen: {verdict:?}");
    let verdict = world.say(&mut phones[1], &answer(7, AnswerStatus::Accepted));
    assert!(matches!(verdict, Verdict::Accepted(_)));
    assert_eq!(seats(&world), [(2, Seated), (3, Seated)]);
}

#[test]
fn an_answer_loads_no_document() {
    let (mut world, mut team, mut phones) = invited(1);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    for head in [
        DocHead::rsvp(phones[0].member),
        DocHead::event(Ulid([7; 16])),
    ] {
        world.coop.spoil_log(head.id(world.coop.id()));
    }
    for (phone, status) in [
        (0, AnswerStatus::Declined),
        (1, AnswerStatus::Accepted),
        (2, AnswerStatus::Accepted),
    ] {
        let verdict = world.say(&mut phones[phone], &answer(7, status));
        assert!(matches!(verdict, Verdict::Accepted(_)));
    }
    assert_eq!(seats_without(&world), [(3, Seated), (4, Waitlisted)]);
    world.say(&mut team, &capacity(7, 2));
    assert_eq!(seats_without(&world), [(3, Seated), (4, Seated)]);
}
