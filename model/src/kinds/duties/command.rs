//! What direction does to the cooperative's calendar.

use automerge::Automerge;
use ts_rs::TS;

use super::{DutyChanges, DutyFields};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};
use crate::time::year_of;

/// What direction does to the cooperative's calendar.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum DutiesCommand {
    /// Puts something into the calendar of the year in which it is due.
    AddDuty {
        /// The new entry.
        id: Ulid,
        /// All its fields, `due` included.
        duty: DutyFields,
    },
    /// Changes fields of a duty.
    EditDuty {
        /// The calendar's year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: DutyChanges,
    },
}

impl Commands for DutiesCommand {
    fn target(&self, _: MemberId) -> DocHead {
        DocHead::duties(match self {
            Self::AddDuty { duty, .. } => year_of(&duty.due),
            Self::EditDuty { year, .. } => *year,
        })
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddDuty { id, duty } => Some(Self::EditDuty {
                year: year_of(&duty.due),
                id: *id,
                changes: DutyChanges {
                    note: Some(duty.note.clone()),
                    ..DutyChanges::default()
                },
            }),
            Self::EditDuty { .. } => Some(self.clone()),
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| match self {
            Self::AddDuty { id, duty } => {
                entry::add::<DutyChanges>(writer, *id, &duty.clone().into())
            }
            Self::EditDuty { id, changes, .. } => entry::edit(writer, *id, changes),
        })
    }
}
