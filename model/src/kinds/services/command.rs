//! What finance and direction do to the account of shared services.

use automerge::Automerge;
use ts_rs::TS;

use super::{ServiceAccountChanges, ServiceAccountFields, ServiceLineChanges, ServiceLineFields};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What finance and direction do to the account of shared services.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ServicesCommand {
    /// Says what the account of a year is, for the first time.
    AddServiceAccount {
        /// The year.
        year: u16,
        /// The new entry: [`Services::account_id`](super::Services::account_id).
        id: Ulid,
        /// All its fields.
        account: ServiceAccountFields,
    },
    /// Changes that: settles it, or takes that back.
    EditServiceAccount {
        /// The year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: ServiceAccountChanges,
    },
    /// Adds a cost, or what pays for it.
    AddServiceLine {
        /// The year.
        year: u16,
        /// The new entry.
        id: Ulid,
        /// All its fields.
        line: ServiceLineFields,
    },
    /// Changes fields of a line.
    EditServiceLine {
        /// The year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: ServiceLineChanges,
    },
}

impl Commands for ServicesCommand {
    fn target(&self, _: MemberId) -> DocHead {
        match self {
            Self::AddServiceAccount { year, .. }
            | Self::EditServiceAccount { year, .. }
            | Self::AddServiceLine { year, .. }
            | Self::EditServiceLine { year, .. } => DocHead::services(*year),
        }
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddServiceAccount { year, id, account } => Some(Self::EditServiceAccount {
                year: *year,
                id: *id,
                changes: ServiceAccountChanges {
                    words: Some(account.words.clone()),
                    ..ServiceAccountChanges::default()
                },
            }),
            Self::AddServiceLine { year, id, line } => Some(Self::EditServiceLine {
                year: *year,
                id: *id,
                changes: ServiceLineChanges {
                    note: Some(line.note.clone()),
                    ..ServiceLineChanges::default()
                },
            }),
            Self::EditServiceAccount { .. } | Self::EditServiceLine { .. } => Some(self.clone()),
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| match self {
            Self::AddServiceAccount { id, account, .. } => {
                entry::add::<ServiceAccountChanges>(writer, *id, &account.clone().into())
            }
            Self::EditServiceAccount { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddServiceLine { id, line, .. } => {
                entry::add::<ServiceLineChanges>(writer, *id, &line.clone().into())
            }
            Self::EditServiceLine { id, changes, .. } => entry::edit(writer, *id, changes),
        })
    }
}
