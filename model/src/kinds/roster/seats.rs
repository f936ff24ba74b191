//! Who gets a seat: a pure decision in the relay's order of receipt, never by phones' clocks.

use std::collections::BTreeMap;

use crate::ids::MemberId;
use crate::kinds::roster::{Counts, Seat, Seats};
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

/// What the relay decided about an event's seats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decided {
    /// Who has a seat.
    pub seated: Seats,
    /// Who waits.
    pub waiting: Seats,
    /// How many answered perhaps.
    pub tentative: i64,
    /// How many declined.
    pub declined: i64,
}

impl Decided {
    /// Whether a member has a seat or waits for one.
    #[must_use]
    pub fn holds(&self, member: MemberId) -> bool {
        self.held(member).is_some()
    }

    fn held(&self, member: MemberId) -> Option<&Seat> {
        let seated = self.seated.get(&member);
        seated.or_else(|| self.waiting.get(&member))
    }

    /// What everybody is told beside the seats.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts {
            waiting: self.waiting.values().map(|place| place.rank).collect(),
            tentative: self.tentative,
            declined: self.declined,
        }
    }
}

/// Decides seats and waiting list. Who holds a seat or a place in the waiting list keeps it while they accept, or
/// until they answer anew after the event moved; new acceptances come after them, in order of receipt; free seats go
/// to the first waiting. Nobody seated is unseated when capacity shrinks.
#[must_use]
pub fn decide(terms: Terms, current: &Decided, answers: &[Received], now: Timestamp) -> Decided {
    let mut queue: BTreeMap<(i64, MemberId), Option<&Seat>> = BTreeMap::new();
    let held = current.seated.values().chain(current.waiting.values());
    let mut next_rank = held.map(|seat| seat.rank).max().unwrap_or(0);
    for answer in answers
        .iter()
        .filter(|a| a.status == AnswerStatus::Accepted)
    {
        let held = current.held(answer.member);
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
    let is_seated = |member: &MemberId| current.seated.contains_key(member);
    let kept = queue.keys().filter(|(_, member)| is_seated(member)).count() as i64;
    let mut free = if terms.capacity == 0 {
        i64::MAX
    } else {
        terms.capacity - kept
    };
    let (mut seated, mut waiting) = (Vec::new(), Vec::new());
    for ((rank, member), held) in queue {
        let had_seat = is_seated(&member);
        let has_seat = had_seat || free > 0;
        if has_seat && !had_seat {
            free -= 1;
        }
        let at = match held {
            Some(seat) if had_seat == has_seat => seat.at.clone(),
            _ => now.in_calendar().rfc3339(),
        };
        let list = if has_seat { &mut seated } else { &mut waiting };
        list.push((member, Seat { rank, at }));
    }
    let count = |status| {
        let says = |a: &&Received| a.status == status && a.for_sequence >= terms.sequence;
        answers.iter().filter(says).count() as i64
    };
    Decided {
        seated: seated.into_iter().collect(),
        waiting: waiting.into_iter().collect(),
        tentative: count(AnswerStatus::Tentative),
        declined: count(AnswerStatus::Declined),
    }
}
