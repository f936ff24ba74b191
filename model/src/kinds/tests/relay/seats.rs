//! Seats, in the order of receipt.

use crate::kinds::roster::seats::{Decided, Received, Terms, counts_for, decide};
use crate::kinds::tests::*;
use crate::limits::{ANSWER_AHEAD_MAX, SEQUENCE_MAX};

pub(super) fn accepts(numbers: &[u8]) -> Vec<Received> {
    let received = |number: &u8| Received {
        member: person(*number),
        status: AnswerStatus::Accepted,
        for_sequence: 0,
    };
    numbers.iter().map(received).collect()
}

fn seated(decided: &Decided) -> Vec<u8> {
    let mut seats: Vec<_> = decided
        .seated
        .iter()
        .map(|(member, seat)| (seat.rank, member.0.0[15]))
        .collect();
    seats.sort_unstable();
    seats.into_iter().map(|(_, number)| number).collect()
}

/// What everybody is told of it.
pub(super) fn told(decided: &Decided) -> Roster {
    let counts = decided.counts();
    Roster {
        seats: decided.seated.clone(),
        waiting: counts.waiting,
        tentative: counts.tentative,
        declined: counts.declined,
    }
}

pub(super) fn terms(capacity: i64) -> Terms {
    Terms {
        capacity,
        sequence: 0,
    }
}

#[test]
fn seats_go_in_order_of_receipt_and_a_free_one_to_the_first_waiting() {
    let full = decide(terms(2), &Decided::default(), &accepts(&[5, 3, 4, 1]), NOW);
    assert_eq!(seated(&full), [5, 3]);
    assert_eq!(full.waiting.len(), 2);
    let left = decide(terms(2), &full, &accepts(&[5, 4, 1]), NOW.plus_ms(1_000));
    assert_eq!(seated(&left), [5, 4]);
    assert_eq!(
        left.seated[&person(5)].at,
        NOW.rfc3339(),
        "who kept a seat had it since then"
    );
    let back = decide(terms(2), &left, &accepts(&[5, 3, 4, 1]), NOW);
    assert_eq!(
        seated(&back),
        [5, 4],
        "who gave a seat up waits like others"
    );
}

#[test]
fn capacity_shrinks_without_unseating_and_zero_means_no_limit() {
    let three = decide(terms(3), &Decided::default(), &accepts(&[1, 2, 3]), NOW);
    let fewer = decide(terms(1), &three, &accepts(&[1, 2, 3, 4]), NOW);
    assert_eq!(seated(&fewer), [1, 2, 3]);
    let open = decide(terms(0), &fewer, &accepts(&[1, 2, 3, 4]), NOW);
    assert_eq!(seated(&open), [1, 2, 3, 4]);
}

#[test]
fn an_answer_to_the_event_before_it_moved_keeps_a_seat_but_takes_none() {
    let before = decide(terms(5), &Decided::default(), &accepts(&[1]), NOW);
    let moved = Terms {
        capacity: 5,
        sequence: 1,
    };
    let mut answers = accepts(&[1, 2]);
    answers.push(Received {
        member: person(3),
        status: AnswerStatus::Declined,
        for_sequence: 1,
    });
    answers.push(Received {
        member: person(4),
        status: AnswerStatus::Declined,
        for_sequence: 0,
    });
    let after = decide(moved, &before, &answers, NOW);
    assert_eq!(seated(&after), [1]);
    assert_eq!(
        (after.seated.len() + after.waiting.len(), after.declined),
        (1, 1)
    );
}

#[test]
fn an_answer_counts_for_what_its_author_may_have_seen_and_for_nothing_far_ahead() {
    assert_eq!(counts_for(3, 5), 3, "to an older one");
    assert_eq!(counts_for(5 + ANSWER_AHEAD_MAX, 5), 5 + ANSWER_AHEAD_MAX);
    assert_eq!(counts_for(SEQUENCE_MAX, 5), 5 + ANSWER_AHEAD_MAX);
}
