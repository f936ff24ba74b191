//! The lifts of an event as plain data.

use crate::ids::MemberId;
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::{SortedMap, SortedSet};

/// The lifts offered to an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Rides {
    /// What is offered, by who offers it.
    pub rides: SortedMap<MemberId, Ride>,
}

/// What somebody offers.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Ride {
    /// Seats in their car.
    pub seats: i64,
    /// From where.
    pub from: String,
}

/// What an answer or a roster gives.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub struct Part {
    pub(super) rides: SortedMap<MemberId, Ride>,
    pub(super) seated: SortedSet<MemberId>,
}

impl Said for Rides {}
