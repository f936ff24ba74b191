//! A member's journal of one calendar year. The owner writes, and their coaches read; finance and direction do not.

use automerge::Automerge;
use ts_rs::TS;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::entry::table;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, DayOfYear, Field, Kept, Prose};
use crate::doc::rules::{Rule, Table};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Said, Spec};
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

mod command;

pub use command::JournalCommand;

/// What the kind says about itself.
pub const SPEC: Spec = Spec::of_members(Named::PerMemberYear, Readers::Coaching);

entry! {
    /// A line of the journal.
    JournalEntry in "journal" by Owner, as JournalFields / JournalChanges {
        /// The day.
        date: DayOfYear,
        /// The text.
        text: Prose,
    }
}

/// A member's journal of one calendar year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Journal {
    /// Its lines.
    pub journal: SortedMap<Ulid, JournalEntry>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl DocHead {
    /// A member's journal of a calendar year.
    #[must_use]
    pub fn journal(member: MemberId, year: u16) -> Self {
        Self::new(Kind::Journal, member, format!("{year:04}"))
    }
}

/// A document's content.
pub type Content = Journal;
/// What a person does to one.
pub type Command = JournalCommand;

impl Said for Journal {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["journal"]
    entries [JournalEntry]
    rules {}
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Journal {
    let tree = Tree::read(doc, no_rank);
    Journal {
        journal: tree.map("journal").read(JournalEntry::read),
        conflicts: tree.conflicts(doc),
    }
}
