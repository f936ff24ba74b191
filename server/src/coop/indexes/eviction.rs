//! How much memory the indexes take, and which go when it is full.

use super::indexed::Indexed;
use super::{Indexes, Slot};
use crate::coop::write_lock;
use crate::limits::INDEX_CACHE_BYTES;
use crate::store::docs::{DocMeta, DocRow};

impl Indexes {
    /// Forgets everything: what memory says may not be what is stored.
    pub(in crate::coop) fn clear(&mut self) {
        write_lock(&self.at_hand.0).clear();
        *self = Self {
            at_hand: self.at_hand.clone(),
            #[cfg(test)]
            rebuilt: self.rebuilt,
            ..Self::default()
        };
    }

    pub(super) fn put(&mut self, doc: &DocMeta, indexed: Indexed) {
        self.uses += 1;
        self.by_use.insert((self.uses, doc.row));
        let slot = Slot {
            indexed,
            doc: doc.id,
            weight: 0,
            used: self.uses,
        };
        self.slots.insert(doc.row, slot);
        write_lock(&self.at_hand.0).insert(doc.id);
    }

    /// Counts what the document weighs now.
    pub(in crate::coop) fn weigh(&mut self, doc: DocRow) {
        if let Some(slot) = self.slots.get_mut(&doc) {
            let weight = slot.indexed.weight();
            self.weight = self.weight - slot.weight + weight;
            slot.weight = weight;
        }
    }

    /// Drops the least used indexes until the rest fits; the one used last stays.
    pub(in crate::coop) fn shrink(&mut self) {
        let in_use = self.by_use.last().copied();
        while self.weight > INDEX_CACHE_BYTES {
            let mut others = self.by_use.iter().filter(|slot| Some(**slot) != in_use);
            let Some((_, doc)) = others.next().copied() else {
                return;
            };
            self.drop_index(doc);
        }
    }

    /// Forgets a document: what memory says of it may not be what is stored.
    pub(in crate::coop) fn forget(&mut self, doc: DocRow) {
        self.met.retain(|_, met| met.row != doc);
        self.drop_index(doc);
    }

    /// Drops a document's index, as when memory is full.
    pub(in crate::coop) fn drop_index(&mut self, doc: DocRow) {
        if let Some(slot) = self.slots.remove(&doc) {
            self.weight -= slot.weight;
            self.by_use.remove(&(slot.used, doc));
            write_lock(&self.at_hand.0).remove(&slot.doc);
        }
    }
}
