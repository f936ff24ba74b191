//! What a member writes down of how they are doing.

use automerge::Automerge;
use ts_rs::TS;

use super::{BeatChanges, BeatFields};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What a member writes down of how they are doing.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PulseCommand {
    /// Says how one is doing on a day.
    AddBeat {
        /// The new entry.
        id: Ulid,
        /// All its fields.
        beat: BeatFields,
    },
    /// Changes what one said.
    EditBeat {
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: BeatChanges,
    },
}

impl Commands for PulseCommand {
    fn target(&self, author: MemberId) -> DocHead {
        DocHead::pulse(author)
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddBeat { id, beat } => Some(Self::EditBeat {
                id: *id,
                changes: BeatChanges {
                    text: Some(beat.text.clone()),
                    ..BeatChanges::default()
                },
            }),
            Self::EditBeat { .. } => Some(self.clone()),
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| match self {
            Self::AddBeat { id, beat } => {
                entry::add::<BeatChanges>(writer, *id, &beat.clone().into())
            }
            Self::EditBeat { id, changes } => entry::edit(writer, *id, changes),
        })
    }
}
