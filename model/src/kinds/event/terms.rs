//! What of an event decides about seats.

use super::record::*;
use crate::admission::watch::{Entry, Watch};
use crate::ids::Ulid;
use crate::record::FieldValue;
use crate::time::Timestamp;

/// The fields that decide about seats.
pub(super) const DECIDING: [&str; 6] = [
    "created_at",
    "capacity",
    "signup_open",
    "sequence",
    "end",
    "removed_at",
];

/// What an event means for seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatTerms {
    /// Seats; 0 for no limit.
    pub capacity: i64,
    /// Its sequence.
    pub sequence: i64,
    /// Whether answers are taken.
    pub signup_open: bool,
    /// When its last slot ends; one without slots is still to come.
    pub ends_at: Option<Timestamp>,
}

impl SeatTerms {
    /// Of the event that [`read`](super::read) would give; `None` while nobody created it.
    #[must_use]
    pub fn of(watch: &Watch) -> Option<Self> {
        let event = watch.entry("event")?;
        let number = |value: &FieldValue| match value {
            FieldValue::Number(number) => *number,
            _ => 0,
        };
        let created = event.shown("created_at");
        created.filter(|it| **it != FieldValue::Text(String::new()))?;
        Some(Self {
            capacity: event.shown("capacity").map_or(0, number),
            sequence: event.standing("sequence").map(number).max().unwrap_or(0),
            signup_open: event.shown("signup_open") == Some(&FieldValue::Flag(true)),
            ends_at: watch.entries().filter_map(end_of).max(),
        })
    }
}

impl From<&Event> for SeatTerms {
    fn from(event: &Event) -> Self {
        Self {
            capacity: event.capacity,
            sequence: event.sequence,
            signup_open: event.signup_open,
            ends_at: event.ends_at(),
        }
    }
}

/// When a slot that stands ends.
fn end_of((key, slot): (&str, &Entry)) -> Option<Timestamp> {
    key.parse::<Ulid>().ok()?;
    let word = |field| match slot.shown(field) {
        Some(FieldValue::Text(word)) => word,
        _ => "",
    };
    let end = Some(word("end")).filter(|_| word("removed_at").is_empty());
    end.and_then(Timestamp::parse_rfc3339)
}
