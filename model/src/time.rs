//! Instants and calendar days as plain numbers and text. There is no `now` here: the edges read clocks.

mod days;
mod moment;
mod rfc3339;
#[cfg(test)]
mod tests;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

pub use days::{civil_from_days, days_from_civil, days_from_date, is_of_our_time, year_of};
pub use moment::{Moment, Now};

/// Milliseconds since 1970-01-01T00:00:00Z. Device clocks are only ever shown, never evidence.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    Serialize,
    Deserialize,
)]
#[cbor(transparent)]
#[serde(transparent)]
pub struct Timestamp(#[n(0)] pub i64);

/// Milliseconds in a day.
pub const DAY_MS: i64 = 86_400_000;
/// The last millisecond of the year 9999.
const CALENDAR_END_MS: i64 = 253_402_300_799_999;
const HOUR_MS: i64 = 3_600_000;

impl Timestamp {
    /// This instant, so many milliseconds later (earlier when negative).
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// The nearest instant that documents can hold: their dates have four digits for the year, and begin in 1970. A
    /// clock may say anything; what is written by it must not be refused for that.
    #[must_use]
    pub fn in_calendar(self) -> Self {
        Self(self.0.clamp(0, CALENDAR_END_MS))
    }

    /// The day and the milliseconds since its start.
    fn split(self) -> (i64, i64) {
        (self.0.div_euclid(DAY_MS), self.0.rem_euclid(DAY_MS))
    }
}
