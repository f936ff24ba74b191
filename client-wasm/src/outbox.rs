//! Commands the relay has not spoken on, in the order they were given, and those it accepted.

mod accepted;
mod held;
mod push;

use std::collections::BTreeMap;

use besace_model::ids::{CommitHash, CoopId, DocId};
use besace_model::kind::KindSet;
use besace_model::sorted::{SortedMap, SortedSet};
use besace_model::time::Moment;

use crate::store::ItemRow;

pub use accepted::SENT_MAX;
pub use held::HOLD_MS_MAX;

/// A command on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its place in the order.
    pub number: u32,
    /// The document.
    pub doc: DocId,
    /// What is stored of it.
    pub row: ItemRow,
    /// The entry it writes (see [`crate::entry::entry_key`]).
    pub entry: String,
    /// Whether the disk has it.
    pub saved: bool,
    /// Whether it was pushed on this link.
    pub in_flight: bool,
    /// How often the relay asked for what it depends on.
    pub needs: u8,
}

/// The outbox.
#[derive(Debug, Default)]
pub struct Outbox {
    items: BTreeMap<u32, Item>,
    by_hash: SortedMap<CommitHash, u32>,
    sent: SortedMap<u32, ItemRow>,
    /// Documents the relay asked to wait with, and until when.
    held: SortedMap<DocId, Moment>,
    /// The kinds of document that the relay knows, as far as it said on this link.
    relay_knows: KindSet,
    /// Documents of which nothing is pushed while they are set aside.
    kept_back: SortedSet<DocId>,
    /// Changes in flight of which the command was made again meanwhile: the relay may still accept them.
    replaced: SortedMap<CommitHash, ItemRow>,
}

impl Outbox {
    /// Adds an item.
    pub fn add(&mut self, item: Item) {
        self.by_hash.insert(item.row.hash, item.number);
        self.items.insert(item.number, item);
    }

    /// The items, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.values()
    }

    /// The items of a document, in order.
    pub fn of(&self, doc: DocId) -> impl Iterator<Item = &Item> {
        self.items.values().filter(move |item| item.doc == doc)
    }

    /// An item.
    pub fn get_mut(&mut self, number: u32) -> Option<&mut Item> {
        self.items.get_mut(&number)
    }

    /// The item whose change has this hash.
    #[must_use]
    pub fn by_hash(&self, hash: &CommitHash) -> Option<&Item> {
        self.items.get(self.by_hash.get(hash)?)
    }

    /// The hash that a command's change has now, of one it had before it was made again.
    #[must_use]
    pub fn now_named(&self, doc: DocId, coop: CoopId, was: CommitHash) -> Option<CommitHash> {
        let had = |row: &&ItemRow| row.was.contains(&was);
        let pending = self.of(doc).map(|item| &item.row).find(had);
        let sent = || {
            let mut sent = self.sent.values();
            sent.find(|row| had(row) && row.head.id(coop) == doc)
        };
        pending.or_else(sent).map(|row| row.hash)
    }

    /// Takes an item out.
    pub fn remove(&mut self, number: u32) -> Option<Item> {
        let item = self.items.remove(&number)?;
        self.by_hash.remove(&item.row.hash);
        Some(item)
    }

    /// How many wait for the relay.
    #[must_use]
    pub fn unsent(&self) -> usize {
        self.items.values().filter(|item| item.saved).count()
    }

    /// How many are being saved.
    #[must_use]
    pub fn saving(&self) -> usize {
        self.items.values().filter(|item| !item.saved).count()
    }
}
