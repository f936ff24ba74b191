//! Answers as plain data, and what a person types of one.

use ts_rs::TS;

use crate::doc::word::words;
use crate::ids::Ulid;
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedMap;

words! {
    /// A member's answer (RFC 8984 participation status).
    AnswerStatus {
        /// No answer yet, or the event moved since.
        NeedsAction = "needs-action",
        /// Coming.
        Accepted = "accepted",
        /// Perhaps.
        Tentative = "tentative",
        /// Not coming.
        Declined = "declined",
    }
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
    /// How good the event was to them, 1 to 5; `None` while they did not say.
    pub score: Option<i64>,
    /// Why, in words.
    pub words: String,
}

/// A member's answer to an event.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AnswerFields {
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
    /// The sequence of the event as the person saw it.
    pub for_sequence: i64,
}
