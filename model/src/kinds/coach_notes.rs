//! A coach's private notes about one member. That coach alone writes and reads.

use automerge::Automerge;

use super::change::{Place, Writer};
use super::table;
use super::tree::{Tree, no_rank};
use crate::access::{Readers, Who};
use crate::clean;
use crate::command::{Command, CommandError, EntryRef};
use crate::head::Named;
use crate::kind::{Fetched, Said, Spec};
use crate::record::{CoachNotes, Conflict, Note};
use crate::rules::{Course, Table, Value, along, clearable, set};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    named: Named::PerMemberAbout,
    readers: Readers::Own,
    is_relays: false,
    fetched: Fetched::ByOwner,
    is_one_entry: false,
    is_told: true,
    objects_max: u32::MAX,
};

/// A document's content.
pub type Content = CoachNotes;

impl Said for CoachNotes {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["notes", "sheet"]
    entry "notes/{ulid}" Owner { "text": Value::Text }
    rules {
        set("sheet/next_time", Value::Text, Who::Owner),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> CoachNotes {
    let tree = Tree::read(doc, no_rank);
    CoachNotes {
        notes: tree
            .map("notes")
            .entries()
            .map(|(id, map)| {
                let (entry, text) = (map.entry(), map.text("text"));
                (id, Note { entry, text })
            })
            .collect(),
        next_time: tree.map("sheet").text("next_time"),
        conflicts: tree.conflicts(doc),
    }
}

/// Writes what a command says.
pub(super) fn apply(command: &Command, writer: &mut Writer<'_>) -> Result<(), CommandError> {
    match command {
        Command::AddNote { id, text, .. } => {
            let place = writer.new_entry("notes", *id)?;
            put_note(writer, &place, text)
        }
        Command::EditNote { id, text, .. } => {
            let place = writer.entry("notes", *id)?;
            put_note(writer, &place, text)?;
            writer.touch(&place)
        }
        Command::SetNextTime { text, .. } => {
            let place = writer.top("sheet")?;
            writer.text(&place, "next_time", text)
        }
        Command::Remove {
            entry: EntryRef::Note { id, .. },
            removed,
        } => writer.remove("notes", *id, *removed),
        _ => Err(CommandError::NoSuchEntry),
    }
}

fn put_note(writer: &mut Writer<'_>, place: &Place, text: &str) -> Result<(), CommandError> {
    if clean::prose(text).is_empty() {
        return Err(place.invalid("text"));
    }
    writer.text(place, "text", text)
}
