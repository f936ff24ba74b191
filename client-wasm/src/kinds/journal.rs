//! Journals.

use besace_model::command::Command;
use besace_model::ids::MemberId;
use besace_model::kinds::journal::{Journal, JournalChanges, JournalCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::{Page, Window};

pub(crate) mod reading;
mod view;

pub use view::*;

requests! {
    /// What screens ask of journals. `member: null` means oneself.
    JournalRequest, JournalAnswer, JournalViews by reader {
        /// A page of the journal.
        Journal {
            /// Whose.
            member: Option<MemberId>,
            /// The year.
            year: u16,
            /// Which rows.
            window: Window,
        } -> Page<JournalRow> = reader.journal(reader.whose(*member), *year, *window),
    }
}

impl Shown for Journal {
    fn settle(at: &Settling<'_>) -> Option<Command> {
        let JournalChanges { date, text } = at.changes()?;
        Some(Command::Journal(JournalCommand::EditJournalEntry {
            year: at.head.key.parse().ok()?,
            id: at.id.parse().ok()?,
            date,
            text,
        }))
    }
}

impl Checked for JournalCommand {}
