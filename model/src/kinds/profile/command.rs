//! What a member does to their profile.

use automerge::Automerge;
use ts_rs::TS;

use super::{ProfileChanges, ProfileSet, Sector};
use crate::clean;
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::plain::{FromPlain, ToPlain};

/// What a member does to their profile.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ProfileCommand {
    /// Changes one's profile; texts merge character by character.
    EditProfile {
        /// The fields that change.
        changes: ProfileChanges,
    },
    /// Puts a word into a set of one's profile, or takes it out.
    SetProfileTag {
        /// Which set.
        set: ProfileSet,
        /// The word.
        tag: String,
        /// Whether it is in.
        present: bool,
    },
}

impl Commands for ProfileCommand {
    fn target(&self, author: MemberId) -> DocHead {
        DocHead::profile(author)
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::EditProfile { .. } => Some(self.clone()),
            Self::SetProfileTag { .. } => None,
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(move |writer| match self {
            Self::EditProfile { changes } => put_profile(writer, changes),
            Self::SetProfileTag { set, tag, present } => put_tag(writer, *set, tag, *present),
        })
    }
}

fn put_profile(
    writer: &mut ChangeWriter<'_>,
    changes: &ProfileChanges,
) -> Result<(), CommandError> {
    let place = writer.top("profile")?;
    if let Some(name) = &changes.display_name {
        writer.put_name(&place, "display_name", name)?;
    }
    for (key, line) in [
        ("trade_name", &changes.trade_name),
        ("branch", &changes.branch),
        ("phone", &changes.phone),
        ("email", &changes.email),
    ] {
        if let Some(line) = line {
            writer.put_line(&place, key, line)?;
        }
    }
    for (key, text) in [("offers", &changes.offers), ("needs", &changes.needs)] {
        if let Some(text) = text {
            writer.text(&place, key, text)?;
        }
    }
    if let Some(sector) = changes.sector {
        writer.put_or_clear(&place, "sector", sector.map(Sector::as_str))?;
    }
    writer.put_some(&place, "contact_visible", changes.contact_visible)?;
    writer.put_some(&place, "looking_for_partners", changes.looking_for_partners)
}

fn put_tag(
    writer: &mut ChangeWriter<'_>,
    set: ProfileSet,
    tag: &str,
    present: bool,
) -> Result<(), CommandError> {
    let place = writer.top(set.as_str())?;
    let tag = clean::line(tag);
    if present {
        writer.put(&place, &tag, true)
    } else {
        writer.clear(&place, &tag)
    }
}
