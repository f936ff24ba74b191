//! Statuses take the steps of their machine and sequences go up by one at a time, in the order of receipt.

use super::*;
use crate::error::{ErrorCode, Refusal};
use crate::head::DocHead;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::event::EventCommand;

mod apart;
mod forged;
mod log;
mod steps;

pub(super) use log::Log;

fn coach() -> Grants {
    grants(COACH)
}

fn director() -> Grants {
    Grants {
        roles: SortedSet::from([Role::Director]),
        ..grants(6)
    }
}

fn event_in(status: EventStatus) -> Log {
    let mut log = Log::new(DocHead::event(ulid(60)));
    let event = EventFields { status, ..event() };
    log.accept(
        &coach(),
        &Command::Event(EventCommand::CreateEvent {
            id: ulid(60),
            event,
        }),
    );
    log
}

fn edit(changes: EventChanges) -> Command {
    Command::Event(EventCommand::EditEvent {
        id: ulid(60),
        changes,
    })
}

fn event_to(status: EventStatus) -> Command {
    edit(EventChanges {
        status: Some(status),
        ..Default::default()
    })
}

fn move_to(day: u8) -> Command {
    edit(EventChanges {
        slots: Some(vec![slot(
            &format!("2026-04-{day:02}T08:00:00Z"),
            &format!("2026-04-{day:02}T10:00:00Z"),
        )]),
        ..Default::default()
    })
}

fn session_in(status: SessionStatus) -> Log {
    let mut log = Log::new(DocHead::coaching_log(person(MEMBER)));
    let session = SessionFields {
        status,
        ..session()
    };
    let command = Command::CoachingLog(CoachingCommand::LogSession {
        member: person(MEMBER),
        id: ulid(20),
        session,
    });
    log.accept(&coach(), &command);
    log
}

fn session_to(status: SessionStatus) -> Command {
    Command::CoachingLog(CoachingCommand::EditSession {
        member: person(MEMBER),
        id: ulid(20),
        changes: SessionChanges {
            status: Some(status),
            ..Default::default()
        },
    })
}

fn transition(path: &str) -> Refusal {
    Refusal::at(ErrorCode::BadTransition, path)
}
