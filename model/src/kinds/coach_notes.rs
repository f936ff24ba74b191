//! A coach's private notes about one member whom they accompany. That coach alone writes and reads, and reads on when
//! they accompany them no more.

use automerge::Automerge;
use ts_rs::TS;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::entry::table;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, Field, Kept, Prose};
use crate::doc::rules::{Rule, Table, Value, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Said, Spec};
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

mod command;

pub use command::NotesCommand;

/// What the kind says about itself.
pub const SPEC: Spec = Spec::of_members(Named::PerMemberAbout, Readers::Own);

entry! {
    /// A private note.
    Note in "notes" by CoachAbout, as NoteFields / NoteChanges {
        /// The text.
        text: Prose,
    }
}

/// A coach's private notes about one member.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct CoachNotes {
    /// Notes.
    pub notes: SortedMap<Ulid, Note>,
    /// To think of next time.
    pub next_time: String,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl DocHead {
    /// A coach's private notes about a member.
    #[must_use]
    pub fn coach_notes(coach: MemberId, member: MemberId) -> Self {
        Self::new(Kind::CoachNotes, coach, member.to_string())
    }
}

/// A document's content.
pub type Content = CoachNotes;
/// What a coach does to them.
pub type Command = NotesCommand;

impl Said for CoachNotes {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["notes", "sheet"]
    entries [Note]
    rules {
        set("sheet/next_time", Value::Text, Who::CoachAbout),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> CoachNotes {
    let tree = Tree::read(doc, no_rank);
    CoachNotes {
        notes: tree.map("notes").read(Note::read),
        next_time: tree.map("sheet").text("next_time"),
        conflicts: tree.conflicts(doc),
    }
}
