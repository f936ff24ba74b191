//! Who creates an event, and who only says so.

use super::{LATER_COACH, create, created, facilitator, rename, with};
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::courses::Log;
use crate::kinds::tests::*;

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
