//! Profiles.

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::kinds::profile::ProfileCommand;

use super::Settling;
use crate::api::Topic;
use crate::view::Place;

pub(super) const TOPIC: Topic = Topic::People;

pub(super) fn place(head: &DocHead, _: &str, _: &str) -> Option<Place> {
    let member = head.owner;
    Some(Place::Profile { member })
}

pub(super) fn settle(at: &Settling<'_>) -> Option<Command> {
    let changes = at.changes()?;
    Some(Command::Profile(ProfileCommand::EditProfile { changes }))
}
