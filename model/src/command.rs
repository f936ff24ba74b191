//! What a person does, as typed data. One command is one Automerge change is one commit. Screens send commands; the
//! model checks and applies them; a phone keeps them until the relay has spoken, to replay them when need be.
//!
//! Each kind has its own (`kinds::*::command`); here is what goes for the entries of all.
//!
//! Whoever makes an entry names it with a ULID, so sending the same command twice makes one entry.

use automerge::Automerge;
use ts_rs::TS;

use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kind::Kind;
use crate::kinds;
use crate::plain::{self, FromPlain, PlainReader, ToPlain, Unfit};

pub use crate::kind::Command;

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

/// An entry of a document.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct EntryRef {
    /// The document's kind.
    pub kind: Kind,
    /// Its owner; `None` for oneself.
    pub owner: Option<MemberId>,
    /// Its key.
    pub key: String,
    /// The map that the entry stands in.
    pub collection: String,
    /// The entry.
    pub id: Ulid,
}

impl EntryRef {
    /// An entry in a map of a document.
    #[must_use]
    pub fn new(doc: DocHead, collection: &str, id: Ulid) -> Self {
        Self {
            kind: doc.kind,
            owner: Some(doc.owner),
            key: doc.key,
            collection: collection.to_owned(),
            id,
        }
    }

    fn read_fields(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        Ok(Self {
            kind: input.field("kind")?,
            owner: input.field("owner")?,
            key: input.field("key")?,
            collection: input.field("collection")?,
            id: input.field("id")?,
        })
    }

    /// The document it stands in.
    fn target(&self, author: MemberId) -> DocHead {
        DocHead {
            kind: self.kind,
            owner: self.owner.unwrap_or(author),
            key: self.key.clone(),
            generation: 0,
        }
    }
}

impl Command {
    /// Removes an entry, or brings it back.
    #[must_use]
    pub fn remove(entry: EntryRef, removed: bool) -> Self {
        Self::Entry(EntryCommand::Remove { entry, removed })
    }
}

impl FromPlain for EntryRef {
    const SHAPE: u64 = plain::shape(&[("entry", 0)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        input.open()?;
        if let Some(word) = input.said::<String>("type")? {
            return kinds::before::entry(&word, input);
        }
        Self::read_fields(input)
    }
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

/// The stamps that a change of an entry leaves, of which a person who only read it may renew one: the first that they
/// may write.
pub const READ_STAMPS: [&str; 2] = ["updated_at", "answered_at"];

/// Renews a stamp of an entry, and nothing else of it.
fn mark_read(
    writer: &mut ChangeWriter<'_>,
    collection: &str,
    id: Ulid,
) -> Result<(), CommandError> {
    let place = if writer.kind().is_one_entry() {
        writer.top(collection)?
    } else {
        writer.entry(collection, id)?
    };
    let now = writer.now();
    let [first, second] = READ_STAMPS;
    match writer.put(&place, first, now.as_str()) {
        Err(CommandError::Forbidden(_)) => writer.put(&place, second, now.as_str()),
        result => result,
    }
}

/// Why a command does not apply.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// A value is missing, too long or not of the right form; the field's path.
    #[error("{0} is not valid")]
    Invalid(String),
    /// The member may not do that.
    #[error("not allowed at {0}")]
    Forbidden(String),
    /// Both sides signed it: it is only amended. The entry's path.
    #[error("{0} is closed")]
    Closed(String),
    /// What was read before signing is not what stands. The entry's path.
    #[error("{0} is not as it was read")]
    NotAsRead(String),
    /// What stands at the field's path cannot become that any more.
    #[error("{0} cannot become that any more")]
    Transition(String),
    /// The entry the command changes is not in the document.
    #[error("no such entry")]
    NoSuchEntry,
    /// Somebody made it meanwhile, unseen, where there can be only one: the text's path.
    #[error("{0} was made meanwhile")]
    MadeMeanwhile(String),
    /// Nothing would change.
    #[error("nothing changes")]
    NoChange,
    /// Too much was typed for one change; saving more often helps.
    #[error("too much for one change")]
    TooBig,
}
