//! Instants and days, printed and read back.

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
    // A whole year and its changes of clocks: each day begins a moment after the one before it ended.
    for day in days_from_date("2026-01-01").unwrap()..days_from_date("2027-01-02").unwrap() {
        let begins = Timestamp::of_local_day(day);
        let date = Timestamp(day * DAY_MS).date();
        assert_eq!(begins.local_date(), date);
        assert_ne!(begins.plus_ms(-1).local_date(), date);
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

#[test]
fn clocks_in_france_change_on_the_last_sundays_of_march_and_october() {
    for (instant, date, minute) in [
        ("2026-01-15T11:30:00Z", "2026-01-15", 12 * 60 + 30),
        ("2026-03-29T00:59:00Z", "2026-03-29", 60 + 59),
        ("2026-03-29T01:00:00Z", "2026-03-29", 3 * 60),
        ("2026-07-01T22:00:00Z", "2026-07-02", 0),
        ("2026-10-25T00:59:00Z", "2026-10-25", 2 * 60 + 59),
        ("2026-10-25T01:00:00Z", "2026-10-25", 2 * 60),
    ] {
        let at = Timestamp::parse_rfc3339(instant).unwrap();
        let days = days_from_date(date).unwrap();
        assert_eq!(at.local_day_and_minute(), (days, minute), "{instant}");
    }
}
