//! What a person does to their journal.

use automerge::Automerge;
use ts_rs::TS;

use super::{JournalChanges, JournalFields};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};
use crate::time::year_of;

/// What a person does to their journal.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum JournalCommand {
    /// Writes a line in one's journal; the year is that of the date.
    AddJournalEntry {
        /// The new entry.
        id: Ulid,
        /// The day.
        date: String,
        /// The text.
        text: String,
    },
    /// Changes a journal line; the text merges character by character.
    EditJournalEntry {
        /// The journal's year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The new day.
        date: Option<String>,
        /// The whole new text.
        text: Option<String>,
    },
}

impl Commands for JournalCommand {
    fn target(&self, author: MemberId) -> DocHead {
        let year = match self {
            Self::AddJournalEntry { date, .. } => year_of(date),
            Self::EditJournalEntry { year, .. } => *year,
        };
        DocHead::journal(author, year)
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddJournalEntry { id, date, text } => Some(Self::EditJournalEntry {
                year: year_of(date),
                id: *id,
                date: None,
                text: Some(text.clone()),
            }),
            Self::EditJournalEntry { .. } => Some(self.clone()),
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}

impl JournalCommand {
    /// Writes what a command says.
    fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddJournalEntry { id, date, text } => {
                let (date, text) = (date.clone(), text.clone());
                entry::add::<JournalChanges>(writer, *id, &JournalFields { date, text }.into())
            }
            Self::EditJournalEntry { id, date, text, .. } => {
                let (date, text) = (date.clone(), text.clone());
                entry::edit(writer, *id, &JournalChanges { date, text })
            }
        }
    }
}
