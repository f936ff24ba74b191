//! The days on which French offices work.

use crate::time::{civil_from_days, days_from_civil};

/// Public holidays that keep their day: month and day.
const FIXED: [(i64, i64); 8] = [
    (1, 1),
    (5, 1),
    (5, 8),
    (7, 14),
    (8, 15),
    (11, 1),
    (11, 11),
    (12, 25),
];
/// Public holidays that move with Easter: Easter Monday, Ascension, Whit Monday.
const AFTER_EASTER: [i64; 3] = [1, 39, 50];

/// The same day (since 1970), or the next one on which offices work.
pub(super) fn next_working_day(day: i64) -> i64 {
    let is_free = |day: &i64| is_weekend(*day) || is_holiday(*day);
    (day..).find(|day| !is_free(day)).unwrap_or(day)
}

/// Day 0, the first of January 1970, was a Thursday.
fn is_weekend(day: i64) -> bool {
    matches!((day + 4).rem_euclid(7), 0 | 6)
}

fn is_holiday(day: i64) -> bool {
    let (year, month, of_month) = civil_from_days(day);
    FIXED.contains(&(month, of_month)) || AFTER_EASTER.contains(&(day - easter(year)))
}

/// The day of Easter in a year, in the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i64) -> i64 {
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    days_from_civil(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::days_from_date;

    fn day(date: &str) -> i64 {
        days_from_date(date).unwrap()
    }

    #[test]
    fn easter_moves_as_the_church_says() {
        for date in [
            "2000-04-23",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2038-04-25",
        ] {
            let (year, ..) = civil_from_days(day(date));
            assert_eq!(easter(year), day(date), "{date}");
        }
    }

    #[test]
    fn a_day_on_which_nobody_works_waits_for_the_next() {
        for (date, worked) in [
            ("2026-03-02", "2026-03-02"),
            ("2026-02-15", "2026-02-16"),
            ("2026-08-15", "2026-08-17"),
            ("2026-04-05", "2026-04-07"),
            ("2026-05-14", "2026-05-15"),
            ("2026-05-25", "2026-05-26"),
            ("2027-01-01", "2027-01-04"),
        ] {
            assert_eq!(next_working_day(day(date)), day(worked), "{date}");
        }
    }
}
