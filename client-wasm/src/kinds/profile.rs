//! Profiles.

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::profile::ProfileCommand;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::Settling;
use crate::api::Topic;
use crate::requests::requests;
use crate::view::Place;

pub(crate) mod reading;
mod view;

pub use view::*;

requests! {
    /// What screens ask of profiles. `member: null` means oneself.
    ProfileRequest, ProfileAnswer, ProfileViews by reader {
        /// A member's profile.
        Profile {
            /// Whose.
            member: Option<MemberId>,
        } -> Option<ProfileView> = reader.profile_view(reader.whose(*member)),
    }
}

pub(super) const TOPIC: Topic = Topic::People;

pub(super) fn place(head: &DocHead, _: &str, _: &str) -> Option<Place> {
    let member = head.owner;
    Some(Place::Profile { member })
}

pub(super) fn settle(at: &Settling<'_>) -> Option<Command> {
    let changes = at.changes()?;
    Some(Command::Profile(ProfileCommand::EditProfile { changes }))
}
