//! Seats go in the order of receipt.

use automerge::Automerge;
use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, Ulid};
use besace_model::kinds::roster::SeatStatus::{Seated, Waitlisted};
use besace_model::kinds::roster::{self, SeatStatus};
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::kinds::waitlist;

use super::{exported, invited, seats};
use crate::coop::tests::world::*;
use crate::coop::{Changes, Decision};
use crate::limits::SEATS_PER_STEP;
use crate::store::people::Status;

pub(super) fn by_rank(
    world: &World,
    doc: impl Fn(DocId) -> Option<Automerge>,
) -> Vec<(u8, SeatStatus)> {
    let read = |head: DocHead| doc(head.id(world.coop.id()));
    let roster = read(DocHead::roster(Ulid([7; 16]))).map(|doc| roster::read(&doc).seats);
    let waiting = read(DocHead::waitlist(Ulid([7; 16]))).map(|doc| waitlist::read(&doc).places);
    let seated = roster.into_iter().flatten().map(|it| (it, Seated));
    let waiting = waiting.into_iter().flatten().map(|it| (it, Waitlisted));
    let mut seats: Vec<_> = seated.chain(waiting).collect();
    seats.sort_by_key(|((_, seat), _)| seat.rank);
    let numbers = seats.iter();
    numbers
        .map(|((who, _), status)| (who.as_bytes()[0], *status))
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
    world.decide(Decision::Change {
        member: member(3),
        changes: Changes {
            status: Some(Status::Left),
            ..Changes::default()
        },
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
fn answers_to_many_events_at_once_are_decided_by_and_by_and_in_the_order_of_receipt() {
    let mut world = World::new();
    let mut team = world.join(1, &[Role::Comms]);
    let mut early = world.join(2, &[Role::Entrepreneur]);
    let mut late = world.join(3, &[Role::Entrepreneur]);
    let events = 10..60;
    for n in events.clone() {
        world.say(&mut team, &event(n, 1));
    }
    let mut push = early.commit(&world, &answer(10, AnswerStatus::Accepted));
    for n in events.clone().skip(1) {
        let one = early.commit(&world, &answer(n, AnswerStatus::Accepted));
        push.commits.extend(one.commits);
    }
    let rosters = |published: &crate::coop::Published| published.entries.len();
    let outcome = world.push(vec![push]);
    let written = rosters(&outcome.published) - events.len();
    assert!(written <= SEATS_PER_STEP, "{written} rosters in one push");
    assert!(world.coop.are_seats_due(world.now));
    // Another answers the event that is decided last.
    world.say(&mut late, &answer(59, AnswerStatus::Accepted));
    let mut steps = 0;
    while world.coop.are_seats_due(world.now) {
        let published = world.coop.decide_seats(world.now).unwrap();
        assert!(rosters(&published) <= SEATS_PER_STEP);
        steps += 1;
    }
    assert!((10..20).contains(&steps), "{steps}");
    let read = |head: DocHead| exported(&world, head.id(world.coop.id())).unwrap();
    let roster = roster::read(&read(DocHead::roster(Ulid([59; 16]))));
    let waiting = waitlist::read(&read(DocHead::waitlist(Ulid([59; 16]))));
    assert!(roster.seats.contains_key(&early.member));
    assert!(waiting.places.contains_key(&late.member));
}
