//! An event is its organisers': who created it, its facilitators, direction. Nobody becomes one by saying so.

use super::courses::Log;
use super::*;
use crate::access::Belongs;
use crate::doc::rules::Rules;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kinds::event::EventCommand;

mod creating;

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
fn screens_ask_the_same_rule() {
    let head = DocHead::event(ulid(60));
    let rules = Rules::of(head.kind);
    let may = |grants: &Grants, creator| {
        let belongs = Belongs {
            creator,
            ..Belongs::default()
        };
        rules.may_write(&head, grants, belongs, &["event", "title"])
    };
    assert!(may(&grants(COACH), Some(person(COACH))));
    assert!(!may(
        &with(OTHER_COACH, &[Role::Coach]),
        Some(person(COACH))
    ));
    assert!(may(&with(OTHER_COACH, &[Role::Coach]), None));
    assert!(may(&facilitator(7), Some(person(COACH))));
    assert!(may(&with(7, &[Role::Director]), Some(person(COACH))));
}
