//! An event as it is read from its document.

use automerge::Automerge;

use super::Content;
use super::record::*;
use crate::doc::tree::{Map, Tree};
use crate::record::FieldValue;

/// Cancelled outranks the other statuses; of two sequences the higher stands, so that no change of slot goes unseen.
fn rank(_: &str, field: &str, value: &FieldValue) -> i64 {
    match (field, value) {
        ("status", FieldValue::Text(word)) => i64::from(word == EventStatus::Cancelled.as_str()),
        ("sequence", FieldValue::Number(number)) => *number,
        _ => 0,
    }
}

/// What the document says; `None` while nobody created the event.
#[must_use]
pub fn read(doc: &Automerge) -> Content {
    let tree = Tree::read(doc, rank);
    let event = tree.map("event");
    let entry = event.entry();
    if entry.created_at.is_empty() {
        return None;
    }
    Some(Box::new(Event {
        entry,
        title: event.string("title"),
        kind: event.choice("kind"),
        description: event.text("description"),
        slots: tree
            .map("slots")
            .entries()
            .map(|(id, map)| (id, slot(map)))
            .collect(),
        branch: event.string("branch"),
        capacity: event.number("capacity"),
        signup_open: event.flag("signup_open").unwrap_or(false),
        sequence: event.number("sequence"),
        status: event.choice("status"),
        conflicts: tree.conflicts(doc),
    }))
}

pub(super) fn slot(map: Map<'_>) -> Slot {
    Slot {
        start: map.string("start"),
        end: map.string("end"),
        place: map.string("place"),
        removed_at: map.string("removed_at"),
    }
}
