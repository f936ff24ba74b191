//! Coaching logs.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::Record;

use super::{Said, Settling};
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

pub(super) fn settle(at: Settling<'_>) -> Option<Said> {
    let word = match at.collection {
        "feedback" => return feedback(at),
        "sessions" => "editSession",
        "goals" => "editGoal",
        "actions" => "editAction",
        _ => return None,
    };
    Some(vec![
        ("type", word.into()),
        ("member", at.head.owner.to_string().as_str().into()),
        ("id", at.id.into()),
        ("changes", at.changes()),
    ])
}

/// A score goes with its words.
fn feedback(at: Settling<'_>) -> Option<Said> {
    let Some(Record::CoachingLog(log)) = at.record else {
        return None;
    };
    let said = log.feedback.get(&at.id.parse::<Ulid>().ok()?)?;
    Some(vec![
        ("type", "rateSession".into()),
        ("id", at.id.into()),
        ("score", at.value),
        ("text", said.text.as_str().into()),
    ])
}
