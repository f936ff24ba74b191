//! The directory.

use super::Shown;
use besace_model::head::DocHead;
use besace_model::kinds::directory::Directory;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::requests::requests;
use crate::view::{Page, Window};
use crate::views::ViewReader;

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

impl Shown for Directory {
    fn is_found(&self, _: &ViewReader<'_>, _: &DocHead, key: &str) -> bool {
        let listed = key.parse().ok().and_then(|key| self.members.get(&key));
        listed.is_some_and(|listed| listed.active)
    }
}
