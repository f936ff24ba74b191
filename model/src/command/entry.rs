//! What is done to an entry of any kind.

use automerge::Automerge;
use ts_rs::TS;

use super::mark_read::mark_read;
use super::{CommandError, EntryRef};
use crate::doc::commands::{Commands, Writing, writes};
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::plain::{FromPlain, PlainReader, ToPlain, Unfit};

/// What is done to an entry of any kind.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EntryCommand {
    /// Removes an entry, or brings it back.
    Remove {
        /// Which one.
        entry: EntryRef,
        /// Whether it is removed.
        removed: bool,
    },
    /// Says that an entry was read as it stands, after prose in it was merged: it counts as changed, and nothing in it
    /// changes.
    MarkRead {
        /// Which one.
        entry: EntryRef,
    },
}

impl FromPlain for EntryCommand {
    const SHAPE: u64 = EntryRef::SHAPE;

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        match input.tag("type")? {
            "remove" => Ok(Self::Remove {
                entry: input.field("entry")?,
                removed: input.field("removed")?,
            }),
            "markRead" => Ok(Self::MarkRead {
                entry: match input.said("entry")? {
                    Some(entry) => entry,
                    // As versions before said it.
                    None => EntryRef::read_fields(input)?,
                },
            }),
            _ => Err(Unfit),
        }
    }
}

impl Commands for EntryCommand {
    fn target(&self, author: MemberId) -> DocHead {
        self.entry().target(author)
    }

    fn writing(&self, doc: &Automerge, head: &DocHead) -> Result<Writing<'_>, CommandError> {
        let EntryRef { collection, id, .. } = self.entry();
        head.kind.check_entry(doc, head, collection, *id)?;
        writes(move |writer| match self {
            Self::Remove { removed, .. } => writer.remove(collection, *id, *removed),
            Self::MarkRead { .. } => mark_read(writer, collection, *id),
        })
    }
}

impl EntryCommand {
    /// The entry it is about.
    #[must_use]
    pub fn entry(&self) -> &EntryRef {
        match self {
            Self::Remove { entry, .. } | Self::MarkRead { entry } => entry,
        }
    }
}
