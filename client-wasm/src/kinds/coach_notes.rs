//! A coach's private notes.

use besace_model::head::DocHead;

pub(super) use super::nothing_to_settle as settle;
use crate::api::Topic;
use crate::view::Place;

pub(super) const TOPIC: Topic = Topic::Notes;

pub(super) fn place(head: &DocHead, _: &str, _: &str) -> Option<Place> {
    let member = head.about()?;
    Some(Place::Notes { member })
}
