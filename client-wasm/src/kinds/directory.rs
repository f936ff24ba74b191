//! The directory.

use besace_model::head::DocHead;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

pub(super) use super::nothing_to_settle as settle;
use crate::api::Topic;
use crate::requests::requests;
use crate::view::{Page, Place, Window};

mod reading;
mod view;

pub use view::*;

requests! {
    /// What screens ask of the directory.
    DirectoryRequest, DirectoryAnswer, DirectoryViews by reader {
        /// Who I am.
        Me -> MeView = reader.me(),
        /// A page of members.
        Members {
            /// Words to find in names, trades, skills, offers and needs; empty for all.
            search: String,
            /// Which rows.
            window: Window,
        } -> Page<MemberRow> = reader.members(search, *window),
    }
}

pub(super) const TOPIC: Topic = Topic::People;

pub(super) fn place(_: &DocHead, _: &str, _: &str) -> Option<Place> {
    Some(Place::Members)
}
