//! An event as plain data, and what a person types of one.

use crate::doc::word::words;
use crate::ids::Ulid;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

mod fields;

pub use fields::{EventChanges, EventFields, SlotFields};

words! {
    /// What an event is.
    EventKind otherwise Other {
        /// Workshop.
        Workshop = "workshop",
        /// Training.
        Training = "training",
        /// Information meeting.
        InfoMeeting = "info_meeting",
        /// Café, lunch, visit.
        Meetup = "meetup",
        /// General assembly.
        Assembly = "assembly",
        /// With or at a partner.
        PartnerEvent = "partner_event",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// Whether an event takes place. Cancelled outranks the others.
    EventStatus {
        /// Perhaps.
        Tentative = "tentative",
        /// Yes.
        Confirmed = "confirmed",
        /// No longer.
        Cancelled = "cancelled",
    }
}

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
