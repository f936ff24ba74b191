//! What a member does to how they are reached.

use automerge::Automerge;
use ts_rs::TS;

use super::ContactChanges;
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::plain::{FromPlain, ToPlain};

/// What a member does to how they are reached.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ContactCommand {
    /// Says how one is reached.
    EditContact {
        /// The fields that change.
        changes: ContactChanges,
    },
}

impl Commands for ContactCommand {
    fn target(&self, author: MemberId) -> DocHead {
        DocHead::contact(author)
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        let Self::EditContact { changes } = self;
        writes(|writer| put(writer, changes))
    }
}

fn put(writer: &mut ChangeWriter<'_>, changes: &ContactChanges) -> Result<(), CommandError> {
    let place = writer.top("contact")?;
    for (key, line) in [
        ("phone", &changes.phone),
        ("email", &changes.email),
        ("emergency", &changes.emergency),
    ] {
        if let Some(line) = line {
            writer.put_line(&place, key, line)?;
        }
    }
    writer.put_some(&place, "shown", changes.shown)
}
