//! What the team does to its board.

use automerge::Automerge;
use ts_rs::TS;

use super::terms::is_stretch;
use super::{
    CoverChanges, CoverFields, TeamTaskChanges, TeamTaskFields, WeekNoteChanges, WeekNoteFields,
};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What the team does to its board.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum TeamBoardCommand {
    /// Sets a task.
    AddTeamTask {
        /// The new task.
        id: Ulid,
        /// All its fields.
        task: TeamTaskFields,
    },
    /// Changes fields of a task.
    EditTeamTask {
        /// The task.
        id: Ulid,
        /// The fields that change.
        changes: TeamTaskChanges,
    },
    /// Says who is away, and who stands in for them.
    AddCover {
        /// The new entry.
        id: Ulid,
        /// All its fields.
        cover: CoverFields,
    },
    /// Changes who is away.
    EditCover {
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: CoverChanges,
    },
    /// Writes a note of a week.
    AddWeekNote {
        /// The new note.
        id: Ulid,
        /// All its fields.
        note: WeekNoteFields,
    },
    /// Changes a note; the text merges.
    EditWeekNote {
        /// The note.
        id: Ulid,
        /// The fields that change.
        changes: WeekNoteChanges,
    },
}

impl Commands for TeamBoardCommand {
    fn target(&self, _: MemberId) -> DocHead {
        DocHead::team_board()
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddWeekNote { id, note } => Some(Self::EditWeekNote {
                id: *id,
                changes: WeekNoteChanges {
                    text: Some(note.text.clone()),
                    ..WeekNoteChanges::default()
                },
            }),
            Self::EditWeekNote { .. } => Some(self.clone()),
            _ => None,
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}

impl TeamBoardCommand {
    /// Writes what a command says.
    fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddTeamTask { id, task } => {
                entry::add::<TeamTaskChanges>(writer, *id, &task.clone().into())
            }
            Self::EditTeamTask { id, changes } => entry::edit(writer, *id, changes),
            Self::AddCover { id, cover } => {
                entry::add::<CoverChanges>(writer, *id, &cover.clone().into())?;
                check_cover(writer, *id)
            }
            Self::EditCover { id, changes } => {
                entry::edit(writer, *id, changes)?;
                check_cover(writer, *id)
            }
            Self::AddWeekNote { id, note } => {
                entry::add::<WeekNoteChanges>(writer, *id, &note.clone().into())
            }
            Self::EditWeekNote { id, changes } => entry::edit(writer, *id, changes),
        }
    }
}

/// Whether an absence can be as it stands now: its days go forward and are not too many, and who stands in is somebody else.
fn check_cover(writer: &ChangeWriter<'_>, id: Ulid) -> Result<(), CommandError> {
    let place = writer.entry("cover", id)?;
    let at = |key| writer.string(&place, key);
    if !is_stretch(&at("from"), &at("until")) {
        return Err(place.invalid("until"));
    }
    if at("backup") == at("away") {
        return Err(place.invalid("backup"));
    }
    Ok(())
}
