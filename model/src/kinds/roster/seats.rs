//! Who gets a seat: a pure decision in the relay's order of receipt, never by phones' clocks.

use std::collections::BTreeMap;

use crate::ids::MemberId;
use crate::kinds::roster::{Roster, Seat, SeatStatus};
use crate::kinds::rsvp::AnswerStatus;
use crate::limits::ANSWER_AHEAD_MAX;
use crate::time::Timestamp;

/// What an event says that matters for seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Seats; 0 for no limit.
    pub capacity: i64,
    /// The event's sequence: an answer to an older one gives no new seat and takes none away.
    pub sequence: i64,
}

/// A member's standing answer. Answers are given in the order in which the relay first received them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Received {
    /// Whose.
    pub member: MemberId,
    /// The answer.
    pub status: AnswerStatus,
    /// The sequence it answers.
    pub for_sequence: i64,
}

/// The sequence that an answer counts for: its own, but no further ahead of the event than its author may have moved it
/// without signal, so that nobody answers once for all times to come.
#[must_use]
pub fn counts_for(for_sequence: i64, event_sequence: i64) -> i64 {
    for_sequence.min(event_sequence.saturating_add(ANSWER_AHEAD_MAX))
}

/// Decides seats and waiting list. Who holds a seat or a place in the waiting list keeps it while they accept, or
/// until they answer anew after the event moved; new acceptances come after them, in order of receipt; free seats go
/// to the first waiting. Nobody seated is unseated when capacity shrinks.
#[must_use]
pub fn decide(terms: Terms, current: &Roster, answers: &[Received], now: Timestamp) -> Roster {
    let mut queue: BTreeMap<(i64, MemberId), Option<&Seat>> = BTreeMap::new();
    let mut next_rank = current
        .seats
        .values()
        .map(|seat| seat.rank)
        .max()
        .unwrap_or(0);
    for answer in answers
        .iter()
        .filter(|a| a.status == AnswerStatus::Accepted)
    {
        let held = current.seats.get(&answer.member);
        let answers_this = answer.for_sequence >= terms.sequence;
        match held {
            Some(seat) => {
                queue.insert((seat.rank, answer.member), held);
            }
            None if answers_this => {
                next_rank += 1;
                queue.insert((next_rank, answer.member), None);
            }
            None => {}
        }
    }
    let is_seated = |held: Option<&Seat>| held.is_some_and(|s| s.status == SeatStatus::Seated);
    let kept = queue.values().filter(|held| is_seated(**held)).count() as i64;
    let mut free = if terms.capacity == 0 {
        i64::MAX
    } else {
        terms.capacity - kept
    };
    let seats = queue.into_iter().map(|((rank, member), held)| {
        let status = if is_seated(held) {
            SeatStatus::Seated
        } else if free > 0 {
            free -= 1;
            SeatStatus::Seated
        } else {
            SeatStatus::Waitlisted
        };
        let at = match held {
            Some(seat) if seat.status == status => seat.at.clone(),
            _ => now.in_calendar().rfc3339(),
        };
        (member, Seat { status, rank, at })
    });
    let seats = seats.collect();
    let count = |status| {
        let says = |a: &&Received| a.status == status && a.for_sequence >= terms.sequence;
        answers.iter().filter(says).count() as i64
    };
    Roster {
        seats,
        tentative: count(AnswerStatus::Tentative),
        declined: count(AnswerStatus::Declined),
    }
}
