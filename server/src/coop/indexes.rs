//! What admission keeps in memory of the documents that are written to now; the least used go when memory is full. One
//! that is not there is made from the log beside the writer (see [`CoopReader::make_ready`]) and taken in here.
//!
//! [`CoopReader::make_ready`]: super::CoopReader::make_ready

mod eviction;
mod indexed;
mod owners;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, RwLock};

use besace_model::admission::Watch;
use besace_model::ids::{DocId, MemberId};
use besace_model::moving::Moved;
use rusqlite::Connection;

pub(super) use indexed::Indexed;

use super::read_lock;
use crate::store::StoreError;
use crate::store::docs::{DocMeta, DocRow};
use owners::Owned;

/// Names of the documents whose index is in memory: written by the writer, read by whoever prepares a push.
#[derive(Debug, Clone, Default)]
pub(super) struct AtHand(Arc<RwLock<BTreeSet<DocId>>>);

impl AtHand {
    /// Whether the writer has a document's index in memory, or had it a moment ago.
    pub(super) fn has(&self, doc: DocId) -> bool {
        read_lock(&self.0).contains(&doc)
    }
}

#[derive(Debug)]
struct Slot {
    indexed: Indexed,
    doc: DocId,
    weight: usize,
    used: u64,
}

/// Documents met lately by name, and indexes by document row.
#[derive(Debug, Default)]
pub(super) struct Indexes {
    met: BTreeMap<DocId, Arc<DocMeta>>,
    /// Of those who made a document lately.
    owned: BTreeMap<MemberId, Owned>,
    slots: BTreeMap<DocRow, Slot>,
    by_use: BTreeSet<(u64, DocRow)>,
    at_hand: AtHand,
    weight: usize,
    uses: u64,
    /// Indexes made from the log by the writer itself.
    #[cfg(test)]
    pub(super) rebuilt: u64,
}

impl Indexes {
    /// Whose index is in memory, for other threads.
    pub(super) fn at_hand(&self) -> AtHand {
        self.at_hand.clone()
    }

    /// Takes in an index that was made beside the writer, from the log up to an entry, unless there is one.
    pub(super) fn take_in(
        &mut self,
        conn: &Connection,
        doc: &DocMeta,
        mut made: Indexed,
        upto: u64,
    ) -> Result<(), StoreError> {
        if !self.slots.contains_key(&doc.row) {
            made.catch_up(conn, doc, upto)?;
            self.put(doc, made);
            self.settle_in(doc.row);
        }
        Ok(())
    }

    /// Makes an index from the log, unless there is one.
    pub(super) fn rebuild(&mut self, conn: &Connection, doc: &DocMeta) -> Result<(), StoreError> {
        if !self.slots.contains_key(&doc.row) {
            #[cfg(test)]
            {
                self.rebuilt += 1;
            }
            let made = Indexed::rebuild(conn, doc)?;
            self.put(doc, made);
            self.settle_in(doc.row);
        }
        Ok(())
    }

    /// Whether a document's index is in memory.
    pub(super) fn has(&self, doc: DocRow) -> bool {
        self.slots.contains_key(&doc)
    }

    /// A document's index, if it is in memory.
    pub(super) fn get(&mut self, doc: DocRow) -> Option<&mut Indexed> {
        self.uses += 1;
        let slot = self.slots.get_mut(&doc)?;
        self.by_use.remove(&(slot.used, doc));
        slot.used = self.uses;
        self.by_use.insert((self.uses, doc));
        Some(&mut slot.indexed)
    }

    /// What the relay decides by in a document, if it is in memory.
    pub(super) fn watch_of(&mut self, doc: DocRow) -> Option<&mut Watch> {
        self.get(doc)?.watch.as_mut()
    }

    /// Whether a document may hold what stands elsewhere now: unless its index is at hand and says otherwise.
    pub(super) fn may_hold_what_moved(&self, doc: DocRow) -> bool {
        let slot = self.slots.get(&doc);
        slot.is_none_or(|slot| Moved::may_be_in(&slot.indexed.index))
    }

    /// How many changes a document has, 0 when nothing of it is in memory.
    pub(super) fn changes_of(&self, doc: DocRow) -> u32 {
        let slot = self.slots.get(&doc);
        slot.map_or(0, |slot| slot.indexed.index.changes_count() as u32)
    }
}
