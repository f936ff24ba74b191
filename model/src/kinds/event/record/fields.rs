//! What a person types of an event and its slots.

use ts_rs::TS;

use super::{EventKind, EventStatus};
use crate::doc::typed::fields;
use crate::ids::Ulid;
use crate::plain::{FromPlain, ToPlain};

fields! {
    /// The fields of an event.
    EventFields / EventChanges {
        /// Its name.
        title: String,
        /// What it is.
        kind: EventKind,
        /// In words.
        description: String,
        /// When and where, all slots; one taken out is left out.
        slots: Vec<SlotFields>,
        /// The branch that holds it; empty for all.
        branch: String,
        /// Seats; 0 for no limit.
        capacity: i64,
        /// Whether answers are taken.
        signup_open: bool,
        /// Whether it takes place.
        status: EventStatus,
    }
}

/// A slot of an event.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SlotFields {
    /// Its name.
    pub id: Ulid,
    /// Start (RFC 3339).
    pub start: String,
    /// End (RFC 3339).
    pub end: String,
    /// Where.
    pub place: String,
}
