//! What a coach does to their private notes.

use automerge::Automerge;
use ts_rs::TS;

use super::NoteChanges;
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What a coach does to their private notes.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum NotesCommand {
    /// A coach writes a private note about a member.
    AddNote {
        /// About whom.
        member: MemberId,
        /// The new note.
        id: Ulid,
        /// The text.
        text: String,
    },
    /// Changes a private note.
    EditNote {
        /// About whom.
        member: MemberId,
        /// The note.
        id: Ulid,
        /// The whole new text.
        text: String,
    },
    /// What a coach wants to think of next time.
    SetNextTime {
        /// About whom.
        member: MemberId,
        /// The whole text.
        text: String,
    },
}

impl Commands for NotesCommand {
    fn target(&self, author: MemberId) -> DocHead {
        let (Self::AddNote { member, .. }
        | Self::EditNote { member, .. }
        | Self::SetNextTime { member, .. }) = self;
        DocHead::coach_notes(author, *member)
    }

    fn rest(&self) -> Option<Self> {
        Some(match self {
            Self::AddNote { member, id, text } => Self::EditNote {
                member: *member,
                id: *id,
                text: text.clone(),
            },
            _ => self.clone(),
        })
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}

impl NotesCommand {
    /// Writes what a command says.
    fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddNote { id, text, .. } => entry::add(writer, *id, &said(text)),
            Self::EditNote { id, text, .. } => entry::edit(writer, *id, &said(text)),
            Self::SetNextTime { text, .. } => {
                let place = writer.top("sheet")?;
                writer.text(&place, "next_time", text)
            }
        }
    }
}

fn said(text: &str) -> NoteChanges {
    NoteChanges {
        text: Some(text.to_owned()),
    }
}
