//! Seats: decided by the relay alone, in the order of receipt, whatever a phone claims.

use automerge::Automerge;
use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, Ulid};
use besace_model::kinds::roster::SeatStatus::{self, Seated, Waitlisted};
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::kinds::{roster, waitlist};
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::{Changes, Decision};
use crate::limits::{ANSWER_CHANGE_EVERY_MS, SEATS_PER_STEP};
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

fn by_rank(world: &World, doc: impl Fn(DocId) -> Option<Automerge>) -> Vec<(u8, SeatStatus)> {
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

/// How many changes the roster has.
fn roster_changes(world: &World) -> usize {
    let id = DocHead::roster(Ulid([7; 16])).id(world.coop.id());
    exported(world, id).unwrap().get_changes(&[]).len()
}

/// Accepts and declines in turns; what was said last.
fn flip(world: &mut World, phone: &mut Phone, times: u32) -> AnswerStatus {
    let mut last = AnswerStatus::Accepted;
    for time in 0..times {
        last = if time % 2 == 0 {
            AnswerStatus::Declined
        } else {
            AnswerStatus::Accepted
        };
        let verdict = world.say(phone, &answer(7, last));
        assert!(matches!(verdict, Verdict::Accepted(_)));
    }
    last
}

#[test]
fn an_answer_flipped_again_and_again_fills_no_roster_and_the_last_word_counts() {
    let (mut world, _, mut phones) = invited(2);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    let last = flip(&mut world, &mut phones[0], 200);
    assert_eq!(last, AnswerStatus::Accepted);
    let changes = roster_changes(&world);
    assert!(changes <= 8, "{changes} changes of the roster");
    assert_eq!(seats(&world), [], "the sixth word was no");
    // Others are heard at once meanwhile.
    world.say(&mut phones[1], &answer(7, AnswerStatus::Accepted));
    assert_eq!(seats(&world), [(3, Seated)]);
    assert!(world.coop.are_seats_waiting());
    assert!(!world.coop.are_seats_due(world.now));
    let later = world.now.plus_ms(ANSWER_CHANGE_EVERY_MS);
    assert!(world.coop.are_seats_due(later));
    world.coop.decide_seats(later).unwrap();
    assert_eq!(seats(&world), [(3, Seated), (2, Seated)]);
    assert!(!world.coop.are_seats_waiting());
}

#[test]
fn who_flips_back_before_the_time_changes_nothing() {
    let (mut world, _, mut phones) = invited(2);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    flip(&mut world, &mut phones[0], 201);
    let counted = seats(&world);
    let changes = roster_changes(&world);
    world
        .coop
        .decide_seats(world.now.plus_ms(ANSWER_CHANGE_EVERY_MS))
        .unwrap();
    assert_eq!((seats(&world), roster_changes(&world)), (counted, changes));
}

#[test]
fn a_clock_that_was_put_back_makes_no_word_wait_for_longer() {
    let (mut world, _, mut phones) = invited(2);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    flip(&mut world, &mut phones[0], 200);
    world.now = START.plus_ms(-365 * 86_400_000);
    assert!(world.coop.are_seats_due(world.now));
    let now = world.now;
    world.coop.decide_seats(now).unwrap();
    assert_eq!(seats(&world), [(2, Seated)]);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Declined));
    let later = world.now.plus_ms(ANSWER_CHANGE_EVERY_MS);
    world.coop.decide_seats(later).unwrap();
    assert_eq!(seats(&world), []);
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
