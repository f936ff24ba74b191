//! What of answers decides about seats, read without the rest.

use super::record::*;
use super::{merit, number, word};
use crate::admission::watch::Entry;
use crate::admission::{Accepted, DocIndex};
use crate::ids::Ulid;
use crate::kind::Kind;

/// The fields that decide which answer stands, and what it means for seats.
pub(super) const DECIDING: [&str; 3] = ["status", "for_sequence", "responded_at"];

/// What an answer means for seats: the status and the sequence of the event it answers, of the answer that [`read`](super::read)
/// would give.
#[must_use]
pub fn standing(answer: &Entry) -> (AnswerStatus, i64) {
    let best = answer.competing().max_by_key(|seen| {
        let responded_at = word(seen.at("responded_at"));
        merit(
            number(seen.at("for_sequence")),
            responded_at,
            seen.change().0,
        )
    });
    let at = |field| match best {
        Some(seen) => seen.at(field),
        None => answer.shown(field),
    };
    let status = AnswerStatus::parse(word(at("status")));
    (
        status.unwrap_or(AnswerStatus::NeedsAction),
        number(at("for_sequence")),
    )
}

/// The events that a change accepts an invitation to, if it is one of a member's answers.
#[must_use]
pub fn accepted_events(change: &Accepted, index: &DocIndex) -> Vec<Ulid> {
    if index.head().kind != Kind::Rsvp {
        return Vec::new();
    }
    change.entries_given(index, "status", AnswerStatus::Accepted.as_str())
}
