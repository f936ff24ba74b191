//! Profiles.

use super::{Checked, Settling, Shown};
use besace_model::command::Command;
use besace_model::ids::MemberId;
use besace_model::kinds::profile::{Profile, ProfileCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::requests::requests;

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
        } -> Option<Box<ProfileView>> =
            reader.profile_view(reader.whose(*member)).map(Box::new),
    }
}

impl Shown for Profile {
    fn settle(at: &Settling<'_>) -> Option<Command> {
        let changes = at.changes()?;
        Some(Command::Profile(ProfileCommand::EditProfile { changes }))
    }
}

impl Checked for ProfileCommand {}
