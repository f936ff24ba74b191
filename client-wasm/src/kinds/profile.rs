//! Profiles.

use besace_model::head::DocHead;

use super::{Said, Settling};
use crate::api::Topic;
use crate::view::Place;

pub(super) const TOPIC: Topic = Topic::People;

pub(super) fn place(head: &DocHead, _: &str, _: &str) -> Option<Place> {
    let member = head.owner;
    Some(Place::Profile { member })
}

pub(super) fn settle(at: Settling<'_>) -> Option<Said> {
    Some(vec![
        ("type", "editProfile".into()),
        ("changes", at.changes()),
    ])
}
