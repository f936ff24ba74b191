//! The directory.

use besace_model::head::DocHead;

pub(super) use super::nothing_to_settle as settle;
use crate::api::Topic;
use crate::view::Place;

pub(super) const TOPIC: Topic = Topic::People;

pub(super) fn place(_: &DocHead, _: &str, _: &str) -> Option<Place> {
    Some(Place::Members)
}
