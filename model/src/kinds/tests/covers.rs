//! Absences: who says them, what they can be, and what they give to who stands in.

use automerge::ScalarValue;

use super::courses::Log;
use super::*;
use crate::admission::{Judgement, Watch, check_rules};
use crate::error::{ErrorCode, Refusal};
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::team_board::{
    CoverChanges, CoverFields, CoverTerms, TeamBoardCommand, cover_refusal,
};
use crate::limits::COVER_DAYS_MAX;
use crate::time::{Timestamp, civil_from_days, days_from_date};

const BACKUP: u8 = 4;

fn with(number: u8, role: Role) -> Grants {
    Grants {
        roles: SortedSet::from([role]),
        ..grants(number)
    }
}

fn cover(away: u8, days: (&str, &str), backup: u8) -> Command {
    Command::TeamBoard(TeamBoardCommand::AddCover {
        id: ulid(71),
        cover: CoverFields {
            away: Some(person(away)),
            from: days.0.into(),
            until: days.1.into(),
            backup: Some(person(backup)),
            note: String::new(),
        },
    })
}

fn edit(changes: CoverChanges) -> Command {
    Command::TeamBoard(TeamBoardCommand::EditCover {
        id: ulid(71),
        changes,
    })
}

fn to(backup: u8) -> Command {
    edit(CoverChanges {
        backup: Some(Some(person(backup))),
        ..CoverChanges::default()
    })
}

fn days(from: Option<&str>, until: Option<&str>) -> Command {
    edit(CoverChanges {
        from: from.map(Into::into),
        until: until.map(Into::into),
        ..CoverChanges::default()
    })
}

fn at(key: &str) -> String {
    format!("cover/{}{key}", ulid(71))
}

/// The coach is away for a week in March, and somebody stands in.
fn said() -> Log {
    let mut log = Log::new(DocHead::team_board());
    let week = ("2026-03-09", "2026-03-15");
    log.accept(&grants(COACH), &cover(COACH, week, BACKUP));
    log
}

/// What the relay notes of the absence.
fn terms(log: &Log) -> Option<CoverTerms> {
    let mut watch = Watch::new(Kind::TeamBoard).unwrap();
    log.watched(&mut watch);
    CoverTerms::of(watch.entry(&ulid(71).to_string())?)
}

/// Why the relay refuses a change for what it makes of the absence.
fn refusal(log: &Log, by: &Grants, raw: &[u8]) -> Option<Refusal> {
    let mut watch = Watch::new(Kind::TeamBoard).unwrap();
    log.watched(&mut watch);
    match check_rules(&log.index, by, raw) {
        Judgement::Accept(accepted) => cover_refusal(&accepted, &log.index, Some(&watch)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn who_is_away_says_so_or_a_director_does_and_nobody_else() {
    let week = ("2026-03-09", "2026-03-15");
    let by_director = with(DIRECTOR, Role::Director);
    for author in [grants(COACH), by_director.clone()] {
        let mut log = Log::new(DocHead::team_board());
        log.accept(&author, &cover(COACH, week, BACKUP));
        for command in [to(8), days(None, Some("2026-03-20"))] {
            log.accept(&grants(COACH), &command);
            log.accept(&by_director, &days(None, Some("2026-03-18")));
        }
        assert_eq!(terms(&log).unwrap().backup, person(8));
    }
    for role in [Role::Coach, Role::Finance, Role::Comms] {
        let other = with(BACKUP, role);
        let log = Log::new(DocHead::team_board());
        let new = cover(COACH, week, BACKUP);
        let told = log.phone(&other, &new).unwrap_err();
        assert_eq!(told, CommandError::Forbidden(at("/away")));
        let forger = Grants {
            member: other.member,
            ..by_director.clone()
        };
        let raw = log.phone(&forger, &new).unwrap().change;
        let refused = log.judge(&other, &raw).unwrap_err();
        assert_eq!(refused, Refusal::at(ErrorCode::Forbidden, at("")));
        let log = said();
        let told = log.phone(&other, &to(BACKUP + 1)).unwrap_err();
        assert_eq!(told, CommandError::Forbidden(at("/backup")));
        let raw = log.phone(&forger, &to(BACKUP + 1)).unwrap().change;
        let refused = log.judge(&other, &raw).unwrap_err();
        assert_eq!(refused, Refusal::at(ErrorCode::Forbidden, at("/backup")));
    }
    let outside = Log::new(DocHead::team_board());
    let own = cover(MEMBER, week, BACKUP);
    let told = outside.phone(&grants(MEMBER), &own);
    assert!(matches!(told, Err(CommandError::Forbidden(_))));
}

#[test]
fn who_is_away_is_said_once_by_nobody_in_the_place_of_another() {
    let log = said();
    let other = with(BACKUP, Role::Coach);
    let id = ulid(71).to_string();
    let name = |number: u8| ScalarValue::Str(person(number).to_string().into());
    for (by, away) in [
        (&other, BACKUP),
        (&grants(COACH), BACKUP),
        (&with(DIRECTOR, Role::Director), BACKUP),
    ] {
        let raw = log.forge(by, &["cover", &id], &[("away", name(away))]);
        let refused = log.judge(by, &raw).unwrap_err();
        assert_eq!(refused, Refusal::at(ErrorCode::Forbidden, at("/away")));
    }
    let taken = edit(CoverChanges {
        away: Some(Some(person(BACKUP))),
        ..CoverChanges::default()
    });
    assert_eq!(
        log.phone(&grants(COACH), &taken),
        Err(CommandError::Forbidden(at("/away")))
    );
}

#[test]
fn days_that_go_backwards_or_are_too_many_are_refused_and_so_is_who_stands_in_for_themselves() {
    let coach = grants(COACH);
    let log = Log::new(DocHead::team_board());
    let day = |after: i64| {
        let (year, month, day) = civil_from_days(days_from_date("2026-03-09").unwrap() + after);
        format!("{year:04}-{month:02}-{day:02}")
    };
    let longest = day(COVER_DAYS_MAX - 1);
    log.phone(&coach, &cover(COACH, ("2026-03-09", &longest), BACKUP))
        .unwrap();
    for (days, backup, wrong) in [
        (("2026-03-09", "2026-03-08"), BACKUP, "/until"),
        (
            ("2026-03-09", day(COVER_DAYS_MAX).as_str()),
            BACKUP,
            "/until",
        ),
        (("2026-03-09", "2026-03-15"), COACH, "/backup"),
    ] {
        let told = log.phone(&coach, &cover(COACH, days, backup));
        assert_eq!(told, Err(CommandError::Invalid(at(wrong))));
    }
    let log = said();
    let id = ulid(71).to_string();
    let day = |day: &str| ScalarValue::Str(day.into());
    let own = ScalarValue::Str(person(COACH).to_string().into());
    for (key, value, wrong) in [
        ("until", day("2026-03-08"), "/until"),
        ("from", day("2026-03-16"), "/until"),
        ("from", day("2025-03-16"), "/until"),
        ("backup", own, "/backup"),
    ] {
        let raw = log.forge(&coach, &["cover", &id], &[(key, value)]);
        let refused = refusal(&log, &coach, &raw).unwrap();
        assert_eq!(refused, Refusal::at(ErrorCode::BadValue, at(wrong)));
    }
    let good = log.forge(&coach, &["cover", &id], &[("until", day("2026-03-09"))]);
    assert_eq!(refusal(&log, &coach, &good), None);
}

#[test]
fn two_edits_that_are_good_apart_and_not_together_are_judged_in_the_order_of_receipt() {
    let mut log = said();
    let (coach, director) = (grants(COACH), with(DIRECTOR, Role::Director));
    let later = log.phone(&coach, &days(Some("2026-03-14"), None)).unwrap();
    let earlier = log
        .phone(&director, &days(None, Some("2026-03-12")))
        .unwrap();
    log.take(&coach, &later.change);
    let refused = refusal(&log, &director, &earlier.change);
    assert_eq!(
        refused,
        Some(Refusal::at(ErrorCode::BadValue, at("/until")))
    );
}

#[test]
fn it_gives_what_it_says_from_the_first_midnight_in_france_to_the_last() {
    let mut log = said();
    let moment = |text| Timestamp::parse_rfc3339(text).unwrap();
    let first = terms(&log).unwrap();
    assert_eq!((first.away, first.backup), (person(COACH), person(BACKUP)));
    assert_eq!(first.from, moment("2026-03-08T23:00:00Z"));
    assert_eq!(first.until, moment("2026-03-15T23:00:00Z"));
    assert!(!first.holds(moment("2026-03-08T22:59:59Z")) && first.holds(first.from));
    assert!(first.holds(first.until.plus_ms(-1)) && !first.holds(first.until));
    // Clocks change on the 29th.
    log.accept(&grants(COACH), &days(None, Some("2026-03-29")));
    let longer = terms(&log).unwrap();
    assert_eq!(longer.until, moment("2026-03-29T22:00:00Z"));
    assert!(longer.gives_all_of(&first) && !first.gives_all_of(&longer));
    log.accept(&grants(COACH), &to(8));
    assert!(!terms(&log).unwrap().gives_all_of(&longer));
    let none = edit(CoverChanges {
        backup: Some(None),
        ..CoverChanges::default()
    });
    log.accept(&grants(COACH), &none);
    assert_eq!(terms(&log), None);
}

#[test]
fn one_that_was_taken_back_gives_nothing_and_a_task_of_the_same_name_neither_gives_nor_takes() {
    let mut log = said();
    let task = Command::TeamBoard(TeamBoardCommand::AddTeamTask {
        id: ulid(71),
        task: samples::task(),
    });
    let other = with(5, Role::Comms);
    log.accept(&other, &task);
    let removed = |collection: &str| {
        Command::remove(
            EntryRef::new(DocHead::team_board(), collection, ulid(71)),
            true,
        )
    };
    log.accept(&other, &removed("tasks"));
    assert!(terms(&log).is_some());
    log.accept(&grants(COACH), &removed("cover"));
    assert_eq!(terms(&log), None);
}
