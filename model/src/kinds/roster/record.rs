//! A roster as plain data.

use crate::doc::word::words;
use crate::ids::MemberId;
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::{SortedMap, SortedSet};

words! {
    /// What the relay decided about a seat. It says no more than the first of them, which earlier apps look for.
    SeatStatus {
        /// Has a seat.
        Seated = "seated",
        /// On the waiting list, in a roster of an earlier version.
        Waitlisted = "waitlisted",
    }
}

/// Seats at an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Roster {
    /// Seats by member.
    pub seats: Seats,
    /// The ranks of those who wait.
    pub waiting: SortedSet<i64>,
    /// How many answered perhaps.
    pub tentative: i64,
    /// How many declined.
    pub declined: i64,
}

/// Seats, or places in a waiting list, by member.
pub type Seats = SortedMap<MemberId, Seat>;

/// A seat, or a place in a waiting list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Seat {
    /// Order of receipt among all accepted answers to the event.
    pub rank: i64,
    /// When the relay decided (RFC 3339).
    pub at: String,
}

impl Roster {
    /// The place in the waiting list of who has a rank, from 1.
    #[must_use]
    pub fn place_of(&self, rank: i64) -> usize {
        self.waiting.iter().filter(|other| **other < rank).count() + 1
    }
}

impl Said for Roster {}
