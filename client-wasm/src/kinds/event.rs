//! Events.

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::kinds::event::EventCommand;

use super::Settling;
use crate::api::Topic;
use crate::view::Place;

pub(super) const TOPIC: Topic = Topic::Events;

pub(super) fn place(head: &DocHead, _: &str, _: &str) -> Option<Place> {
    let id = head.key.parse().ok()?;
    Some(Place::Event { id })
}

pub(super) fn settle(at: &Settling<'_>) -> Option<Command> {
    if at.collection != "event" {
        return None;
    }
    Some(Command::Event(EventCommand::EditEvent {
        id: at.head.key.parse().ok()?,
        changes: at.changes()?,
    }))
}
