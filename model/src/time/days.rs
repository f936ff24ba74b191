//! Calendar days as numbers and text.

use crate::limits::YEARS;

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
pub(super) fn last_sunday(year: i64, month: i64) -> i64 {
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
