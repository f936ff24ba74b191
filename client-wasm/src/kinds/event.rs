//! Events.

use besace_model::head::DocHead;

use super::{Said, Settling};
use crate::api::Topic;
use crate::view::Place;

pub(super) const TOPIC: Topic = Topic::Events;

pub(super) fn place(head: &DocHead, _: &str, _: &str) -> Option<Place> {
    let id = head.key.parse().ok()?;
    Some(Place::Event { id })
}

pub(super) fn settle(at: Settling<'_>) -> Option<Said> {
    if at.collection != "event" {
        return None;
    }
    Some(vec![
        ("type", "editEvent".into()),
        ("id", at.head.key.as_str().into()),
        ("changes", at.changes()),
    ])
}
