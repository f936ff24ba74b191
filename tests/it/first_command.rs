//! The first command that anybody gives, on the days that are hard on programs, and today.

use std::path::PathBuf;

use crate::operators::done;

/// Days on which steps of thirty days met one calendar month twice.
const FAILED_ONCE: [&str; 4] = ["2026-11-26", "2026-11-27", "2026-11-28", "2026-11-30"];
/// A change of summer time, a turn of the year, a leap day.
const NASTY: [&str; 3] = ["2027-10-31", "2027-01-01", "2028-02-29"];

fn folder(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("besace-first-{}-{name}", std::process::id()))
}

/// Signed commits of the demonstration, whatever the day: a year of 93 people.
const COMMITS: std::ops::RangeInclusive<u32> = 31_000..=32_500;

fn is_whole(printed: &str) -> bool {
    let commits = printed
        .split_once("93 people, ")
        .and_then(|(_, rest)| rest.split(' ').next());
    commits
        .and_then(|commits| commits.parse().ok())
        .is_some_and(|it| COMMITS.contains(&it))
}

fn check(days: &[&str]) {
    for day in days {
        let data = folder(day);
        let printed = done(&data, &["demo", "--today", day]);
        std::fs::remove_dir_all(&data).expect("a folder to remove");
        assert!(is_whole(&printed), "{day}: {printed}");
        assert_eq!(printed.matches("code: ").count(), 4, "{day}: {printed}");
    }
}

#[test]
fn the_demonstration_is_made_at_the_end_of_november() {
    check(&FAILED_ONCE);
}

#[test]
fn the_demonstration_is_made_on_the_nastiest_days() {
    check(&NASTY);
}

#[test]
fn the_demonstration_is_made_today_and_stands_when_it_is_asked_for_again() {
    let data = folder("now");
    let made = done(&data, &["demo"]);
    assert!(is_whole(&made), "{made}");
    let again = done(&data, &["demo"]);
    std::fs::remove_dir_all(&data).expect("a folder to remove");
    assert!(again.contains("93 people, as you left them"), "{again}");
    assert_eq!(again.matches("code: ").count(), 4, "{again}");
}
