//! Sessions, goals, actions, asks.

use super::*;
use crate::kinds::coaching_log::CoachingCommand;

mod closed;
mod support;

pub(super) use closed::closed_session;
use closed::edited_session;
pub(crate) use closed::{CLOSED, too_late};
pub(super) use support::support;

/// On a session.
pub(super) fn sessions() -> Vec<(u8, Command)> {
    let member = person(MEMBER);
    vec![
        (
            COACH,
            Command::CoachingLog(CoachingCommand::LogSession {
                member,
                id: ulid(20),
                session: session(),
            }),
        ),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::EditSession {
                member,
                id: ulid(20),
                changes: SessionChanges {
                    points: Some("Tout va bien.".into()),
                    amends: Some(None),
                    ..Default::default()
                },
            }),
        ),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::PrepareSession {
                id: ulid(20),
                text: "Mes questions".into(),
            }),
        ),
        (COACH, sign(20, MEMBER, &edited_session())),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::ContestSignature {
                member,
                id: ulid(20),
            }),
        ),
        (MEMBER, sign(20, MEMBER, &edited_session())),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::RateSession {
                id: ulid(20),
                score: 5,
                text: "Utile".into(),
            }),
        ),
    ]
}

/// On goals and actions.
pub(super) fn coaching() -> Vec<(u8, Command)> {
    let member = person(MEMBER);
    vec![
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::AddGoal {
                member,
                id: ulid(21),
                goal: goal(),
            }),
        ),
        (
            COACH,
            Command::CoachingLog(CoachingCommand::EditGoal {
                member,
                id: ulid(21),
                changes: GoalChanges {
                    progress_bp: Some(5_000),
                    ..Default::default()
                },
            }),
        ),
        (
            COACH,
            Command::CoachingLog(CoachingCommand::AddAction {
                member,
                id: ulid(22),
                action: action(),
            }),
        ),
        (
            MEMBER,
            Command::CoachingLog(CoachingCommand::EditAction {
                member,
                id: ulid(22),
                changes: ActionChanges {
                    owner: Some(None),
                    status: Some(ActionStatus::Done),
                    ..Default::default()
                },
            }),
        ),
    ]
}
