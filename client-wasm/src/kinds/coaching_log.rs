//! Coaching logs.

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::Record;
use besace_model::kinds::coaching_log::CoachingCommand;

use super::Settling;
use crate::api::Topic;
use crate::view::Place;

pub(super) const TOPIC: Topic = Topic::Coaching;

pub(super) fn place(head: &DocHead, collection: &str, key: &str) -> Option<Place> {
    let (member, id) = (head.owner, key.parse().ok()?);
    Some(match collection {
        "goals" => Place::Goal { member, id },
        "actions" => Place::Action { member, id },
        "asks" => Place::Ask { member, id },
        _ => Place::Session { member, id },
    })
}

pub(super) fn settle(at: &Settling<'_>) -> Option<Command> {
    let (member, id) = (at.head.owner, at.id.parse().ok()?);
    Some(Command::CoachingLog(match at.collection {
        "feedback" => CoachingCommand::RateSession {
            id,
            score: at.value()?,
            text: rated(at, id)?,
        },
        "sessions" => CoachingCommand::EditSession {
            member,
            id,
            changes: at.changes()?,
        },
        "goals" => CoachingCommand::EditGoal {
            member,
            id,
            changes: at.changes()?,
        },
        "actions" => CoachingCommand::EditAction {
            member,
            id,
            changes: at.changes()?,
        },
        _ => return None,
    }))
}

/// A score goes with its words.
fn rated(at: &Settling<'_>, id: Ulid) -> Option<String> {
    let Some(Record::CoachingLog(log)) = at.record else {
        return None;
    };
    Some(log.feedback.get(&id)?.text.clone())
}
