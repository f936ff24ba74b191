//! An event is its organisers': who created it, its facilitators, direction. Nobody becomes one by saying so.

use super::courses::Log;
use super::*;
use crate::doc::rules::Rules;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::event::EventCommand;

const OTHER_COACH: u8 = 4;
const LATER_COACH: u8 = 5;

fn with(number: u8, roles: &[Role]) -> Grants {
    Grants {
        roles: roles.iter().copied().collect(),
        coached: SortedSet::new(),
        ..grants(number)
    }
}

fn facilitator(number: u8) -> Grants {
    Grants {
        facilitates: SortedSet::from([ulid(60)]),
        ..with(number, &[Role::Entrepreneur])
    }
}

fn create() -> Command {
    Command::Event(EventCommand::CreateEvent {
        id: ulid(60),
        event: event(),
    })
}

fn rename(title: &str) -> Command {
    Command::Event(EventCommand::EditEvent {
        id: ulid(60),
        changes: EventChanges {
            title: Some(title.into()),
            ..Default::default()
        },
    })
}

/// An event that the coach created.
fn created() -> Log {
    let mut log = Log::new(DocHead::event(ulid(60)));
    log.accept(&grants(COACH), &create());
    log
}

#[test]
fn an_event_is_rewritten_by_its_organisers_and_by_no_other_coach() {
    let outsiders = [
        with(OTHER_COACH, &[Role::Coach]),
        with(6, &[Role::Comms]),
        with(7, &[Role::Finance]),
        with(8, &[Role::Entrepreneur, Role::Coach, Role::Comms]),
    ];
    for outsider in outsiders {
        let log = created();
        let title = "event/title".to_owned();
        let told = log.phone(&outsider, &rename("À moi"));
        assert_eq!(told.unwrap_err(), CommandError::Forbidden(title.clone()));
        // A phone that does not ask the rules.
        let made = log.phone(&facilitator(outsider.member.0.0[15]), &rename("À moi"));
        let refused = log.judge(&outsider, &made.unwrap().change).unwrap_err();
        assert_eq!((refused.code, refused.path), (ErrorCode::Forbidden, title));
    }
    let organisers = [
        grants(COACH),
        // Whatever became of their roles.
        with(COACH, &[Role::Entrepreneur]),
        with(6, &[Role::Director]),
        facilitator(7),
    ];
    for organiser in organisers {
        created().accept(&organiser, &rename("Autrement"));
    }
}

#[test]
fn coach_communication_and_direction_create_events_and_nobody_else() {
    for role in Role::ALL {
        let who = with(6, &[role]);
        let log = Log::new(DocHead::event(ulid(60)));
        let may = matches!(role, Role::Coach | Role::Comms | Role::Director);
        assert_eq!(log.phone(&who, &create()).is_ok(), may, "{role:?}");
        let made = log.phone(&facilitator(6), &create()).unwrap();
        assert_eq!(log.judge(&who, &made.change).is_ok(), may, "{role:?}");
    }
}

#[test]
fn whoever_says_later_that_they_created_an_event_did_not() {
    let mut log = created();
    let facilitator = facilitator(6);
    for key in ["created_by", "created_at"] {
        let value = match key {
            "created_by" => facilitator.member.to_string(),
            _ => "2026-03-05T09:00:00Z".to_owned(),
        };
        let raw = log.forge(&facilitator, &["event"], &[(key, value.into())]);
        let refused = log.judge(&facilitator, &raw).unwrap_err();
        let path = format!("event/{key}");
        assert_eq!((refused.code, refused.path), (ErrorCode::Forbidden, path));
    }
    log.accept(&grants(COACH), &rename("Toujours à moi"));
}

#[test]
fn of_two_who_create_an_event_apart_the_first_to_arrive_holds_it() {
    let mut log = Log::new(DocHead::event(ulid(60)));
    let late = with(LATER_COACH, &[Role::Coach]);
    let apart = log.phone(&late, &create()).unwrap();
    log.accept(&grants(COACH), &create());
    let refused = log.judge(&late, &apart.change).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Forbidden);
    assert_eq!(log.index.creator(), Some(person(COACH)));
    let replayed = log.replayed();
    assert_eq!(replayed.index.creator(), Some(person(COACH)));
    let refused = replayed.judge(&late, &apart.change).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Forbidden);
}

#[test]
fn screens_ask_the_same_rule() {
    let head = DocHead::event(ulid(60));
    let rules = Rules::of(head.kind);
    let may =
        |grants: &Grants, creator| rules.may_write(&head, grants, creator, &["event", "title"]);
    assert!(may(&grants(COACH), Some(person(COACH))));
    assert!(!may(
        &with(OTHER_COACH, &[Role::Coach]),
        Some(person(COACH))
    ));
    assert!(may(&with(OTHER_COACH, &[Role::Coach]), None));
    assert!(may(&facilitator(7), Some(person(COACH))));
    assert!(may(&with(7, &[Role::Director]), Some(person(COACH))));
}

#[test]
fn who_made_an_entry_and_when_is_said_once() {
    let mut log = Log::new(DocHead::coaching_log(person(MEMBER)));
    let add = Command::CoachingLog(CoachingCommand::AddGoal {
        member: person(MEMBER),
        id: ulid(21),
        goal: goal(),
    });
    log.accept(&grants(COACH), &add);
    let id = ulid(21).to_string();
    let member = grants(MEMBER);
    let rewritten = [
        ("created_by", person(MEMBER).to_string()),
        ("created_at", "2020-01-01T00:00:00Z".to_owned()),
    ];
    for (key, value) in rewritten {
        let raw = log.forge(&member, &["goals", &id], &[(key, value.into())]);
        let refused = log.judge(&member, &raw).unwrap_err();
        let path = format!("goals/{id}/{key}");
        assert_eq!((refused.code, refused.path), (ErrorCode::Forbidden, path));
    }
}
