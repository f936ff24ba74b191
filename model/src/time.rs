//! Instants and calendar days as plain numbers and text. There is no `now` here: the edges read clocks.

use crate::limits::YEARS;
use std::fmt;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

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

/// An instant of a clock that nobody can set, in milliseconds since some beginning of its own. Whatever waits compares
/// these; what is shown or written down is a [`Timestamp`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// This instant, so many milliseconds later (earlier when negative).
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Milliseconds from an earlier instant to this one.
    #[must_use]
    pub fn since_ms(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// What both clocks say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Now {
    /// The one on the wall, which may be set to anything at any time.
    pub wall: Timestamp,
    /// The one that only goes forward.
    pub moment: Moment,
}

/// Both clocks where nobody ever sets the one on the wall.
impl From<Timestamp> for Now {
    fn from(wall: Timestamp) -> Self {
        Self {
            wall,
            moment: Moment(wall.0),
        }
    }
}

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

    /// The UTC calendar day as `YYYY-MM-DD`.
    #[must_use]
    pub fn date(self) -> String {
        let (year, month, day) = civil_from_days(self.split().0);
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The calendar day in mainland France, where the cooperatives live: what their people call today.
    #[must_use]
    pub fn local_date(self) -> String {
        self.plus_ms(self.offset_ms()).date()
    }

    /// How far clocks in mainland France are ahead of UTC: an hour, two in summer (directive 2000/84/EC: from the last
    /// Sunday of March to that of October, at one o'clock UTC).
    fn offset_ms(self) -> i64 {
        let (year, _, _) = civil_from_days(self.split().0);
        let change = |month| last_sunday(year, month) * DAY_MS + HOUR_MS;
        let is_summer = (change(3)..change(10)).contains(&self.0);
        if is_summer { 2 * HOUR_MS } else { HOUR_MS }
    }

    /// RFC 3339 in UTC to the second, the form every document uses.
    #[must_use]
    pub fn rfc3339(self) -> String {
        let (_, ms) = self.split();
        let seconds = ms / 1000;
        format!(
            "{}T{:02}:{:02}:{:02}Z",
            self.date(),
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    }

    /// Reads what [`Timestamp::rfc3339`] writes, and nothing else.
    #[must_use]
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        let (date, rest) = text.split_once('T')?;
        let days = days_from_date(date)?;
        let time = rest.strip_suffix('Z')?;
        let bytes = time.as_bytes();
        if bytes.len() != 8 || bytes[2] != b':' || bytes[5] != b':' {
            return None;
        }
        let field = |from: usize, max: i64| -> Option<i64> {
            let text = time.get(from..from + 2)?;
            text.bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| text.parse().ok())
                .flatten()
                .filter(|n| *n <= max)
        };
        let seconds = field(0, 23)? * 3600 + field(3, 59)? * 60 + field(6, 59)?;
        Some(Self(days * DAY_MS + seconds * 1000))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rfc3339())
    }
}

/// Days since 1970-01-01 of a `YYYY-MM-DD` text; `None` when it is not a real day written that way.
#[must_use]
pub fn days_from_date(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| -> Option<i64> {
        let part = text.get(range)?;
        part.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| part.parse().ok())
            .flatten()
    };
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let days = days_from_civil(year, month, day);
    (civil_from_days(days) == (year, month, day)).then_some(days)
}

/// Days since the epoch of a proleptic Gregorian day (Howard Hinnant, "chrono-compatible low-level date algorithms").
#[must_use]
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`]: (year, month, day).
#[must_use]
pub fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

/// The day, since the epoch, of the last Sunday of a month of 31 days.
fn last_sunday(year: i64, month: i64) -> i64 {
    let last = days_from_civil(year, month, 31);
    // Day 0 was a Thursday.
    last - (last + 4).rem_euclid(7)
}

/// Whether a date, or the day of an instant, is one that somebody may have meant.
#[must_use]
pub fn is_of_our_time(date: &str) -> bool {
    YEARS.contains(&i64::from(year_of(date)))
}

/// The year of a date or month; 0 when it is none.
#[must_use]
pub fn year_of(date: &str) -> u16 {
    let day = date.get(..7).map(|month| format!("{month}-01"));
    day.filter(|day| days_from_date(day).is_some())
        .and_then(|day| day.get(..4)?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_in_france_begins_at_its_own_midnight_in_winter_and_in_summer() {
        let local = |text| Timestamp::parse_rfc3339(text).unwrap().local_date();
        for (instant, day) in [
            ("2026-11-30T22:59:59Z", "2026-11-30"),
            ("2026-11-30T23:00:00Z", "2026-12-01"),
            ("2026-12-31T23:00:00Z", "2027-01-01"),
            ("2026-03-28T22:59:59Z", "2026-03-28"),
            ("2026-03-28T23:00:00Z", "2026-03-29"),
            ("2026-03-29T21:59:59Z", "2026-03-29"),
            ("2026-03-29T22:00:00Z", "2026-03-30"),
            ("2026-10-24T22:00:00Z", "2026-10-25"),
            ("2026-10-25T22:59:59Z", "2026-10-25"),
            ("2026-10-25T23:00:00Z", "2026-10-26"),
            ("2028-02-28T23:00:00Z", "2028-02-29"),
        ] {
            assert_eq!(local(instant), day, "{instant}");
        }
    }

    #[test]
    fn instants_print_and_read_back() {
        for (ms, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (1_772_323_199_000, "2026-02-28T23:59:59Z"),
            (-1000, "1969-12-31T23:59:59Z"),
        ] {
            assert_eq!(Timestamp(ms).rfc3339(), text);
            assert_eq!(Timestamp::parse_rfc3339(text), Some(Timestamp(ms)));
        }
    }

    #[test]
    fn a_clock_that_says_anything_writes_an_instant_that_reads_back() {
        for (ms, text) in [
            (i64::MIN, "1970-01-01T00:00:00Z"),
            (-1, "1970-01-01T00:00:00Z"),
            (1_772_323_199_000, "2026-02-28T23:59:59Z"),
            (8_640_000_000_000_000, "9999-12-31T23:59:59Z"),
            (i64::MAX, "9999-12-31T23:59:59Z"),
        ] {
            let instant = Timestamp(ms).in_calendar();
            assert_eq!(instant.rfc3339(), text);
            assert!(Timestamp::parse_rfc3339(text).is_some());
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for bad in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-01",
            "+026-01-01",
            "2026-01-32",
            "",
        ] {
            assert_eq!(days_from_date(bad), None, "{bad}");
        }
        assert!(days_from_date("2028-02-29").is_some());
        assert_eq!(Timestamp::parse_rfc3339("2026-01-01T24:00:00Z"), None);
    }
}
