//! A coaching log as it is read from its document.

use automerge::Automerge;

use super::record::*;
use super::words::*;
use super::{Action, Goal, session};
use crate::doc::tree::{Map, Tree};
use crate::record::FieldValue;

/// A session's statuses written at once: done outranks cancelled, cancelled outranks planned.
fn rank(collection: &str, field: &str, value: &FieldValue) -> i64 {
    match (collection, field, value) {
        ("sessions", "status", FieldValue::Text(word)) => match SessionStatus::parse(word) {
            Some(SessionStatus::Done) => 2,
            Some(SessionStatus::Cancelled) => 1,
            _ => 0,
        },
        _ => 0,
    }
}

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> CoachingLog {
    let tree = Tree::read(doc, rank);
    let preparations = tree.map("preparations");
    CoachingLog {
        goals: tree.map("goals").read(Goal::read),
        sessions: tree
            .map("sessions")
            .entries()
            .map(|(id, map)| (id, session::read(doc, id, map)))
            .collect(),
        preparations: preparations
            .names()
            .filter_map(|id| Some((id.parse().ok()?, preparations.text(id))))
            .collect(),
        actions: tree.map("actions").read(Action::read),
        asks: tree.map("asks").read(ask),
        feedback: tree.map("feedback").read(feedback),
        conflicts: tree.conflicts(doc),
    }
}

fn ask(map: Map<'_>) -> Ask {
    Ask {
        entry: map.entry(),
        text: map.text("text"),
        urgency: map.choice("urgency"),
        topic: AskTopic::parse(map.word("topic")),
        sent_to: map.id("sent_to"),
        answer: map.text("answer"),
        answered_at: map.string("answered_at"),
    }
}

pub(super) fn feedback(map: Map<'_>) -> Feedback {
    Feedback {
        score: map.number("score"),
        text: map.text("text"),
    }
}
