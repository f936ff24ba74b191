//! Events, answers and seats as plain data.

use super::{AnswerStatus, Conflict, Entry, EventKind, EventStatus, SeatStatus};
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Event {
    /// Making and removal.
    pub entry: Entry,
    /// Its name.
    pub title: String,
    /// What it is.
    pub kind: EventKind,
    /// In words.
    pub description: String,
    /// When and where.
    pub slots: SortedMap<Ulid, Slot>,
    /// The branch that holds it; empty for all.
    pub branch: String,
    /// Seats; 0 for no limit.
    pub capacity: i64,
    /// Whether answers are taken.
    pub signup_open: bool,
    /// Raised whenever time or place changes (RFC 5545): answers to an older one count as none.
    pub sequence: i64,
    /// Whether it takes place.
    pub status: EventStatus,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Event {
    /// When its last slot ends; `None` for one without slots, which is still to come.
    #[must_use]
    pub fn ends_at(&self) -> Option<Timestamp> {
        let stands = |slot: &&Slot| slot.removed_at.is_empty();
        let slots = self.slots.values().filter(stands);
        slots
            .filter_map(|slot| Timestamp::parse_rfc3339(&slot.end))
            .max()
    }

    /// Whether it has ended.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.ends_at().is_some_and(|end| end < now)
    }
}

/// A slot of an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Slot {
    /// Start (RFC 3339).
    pub start: String,
    /// End (RFC 3339).
    pub end: String,
    /// Where.
    pub place: String,
    /// When it was taken out (RFC 3339), empty while it stands.
    pub removed_at: String,
}

/// A member's answers, by event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Rsvp {
    /// The answers.
    pub answers: SortedMap<Ulid, Answer>,
}

/// A member's answer to an event. Two devices answering at once: the higher sequence wins, then the later answer.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Answer {
    /// The answer.
    pub status: AnswerStatus,
    /// A word to the organisers.
    pub comment: String,
    /// Seats offered in a car.
    pub carpool_seats: i64,
    /// From where.
    pub carpool_from: String,
    /// What they cannot eat.
    pub diet: String,
    /// The event's sequence answered.
    pub for_sequence: i64,
    /// When (RFC 3339).
    pub responded_at: String,
}

/// Seats and waiting list of an event, decided by the relay in order of receipt.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Roster {
    /// Seats by member.
    pub seats: SortedMap<MemberId, Seat>,
    /// How many answered perhaps.
    pub tentative: i64,
    /// How many declined.
    pub declined: i64,
}

/// A seat, or a place in the waiting list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Seat {
    /// Seated or waiting.
    pub status: SeatStatus,
    /// Order of receipt among all accepted answers to the event.
    pub rank: i64,
    /// When the relay decided (RFC 3339).
    pub at: String,
}
