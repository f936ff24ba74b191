//! What admission keeps in memory of the documents that are written to now; the least used go when memory is full. One
//! that is not there is made from the log beside the writer (see [`CoopReader::make_ready`]) and taken in here.
//!
//! [`CoopReader::make_ready`]: super::CoopReader::make_ready

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, RwLock};

use besace_model::admission::{Accepted, DocIndex, IndexError, Watch};
use besace_model::ids::{CommitHash, DocId, MemberId};
use rusqlite::Connection;

use super::{read_lock, write_lock};
use crate::limits::{DOCS_MET_MAX, INDEX_CACHE_BYTES};
use crate::store::docs::{self, DocMeta, DocRow};
use crate::store::{StoreError, log};

/// Bytes counted for an index besides its changes and operations.
const INDEX_BYTES: usize = 2 * 1024;
/// Bytes counted for a change.
const CHANGE_BYTES: usize = 104;
/// Bytes counted for an operation.
const OP_BYTES: usize = 24;
/// Bytes counted for a value that the relay decides by.
const VALUE_BYTES: usize = 160;

/// A document's index, and where in the log each of its changes stands.
#[derive(Debug)]
pub(super) struct Indexed {
    pub(super) index: DocIndex,
    places: Vec<u64>,
    /// What the relay decides by, in documents that have such.
    watch: Option<Watch>,
}

impl Indexed {
    fn new(index: DocIndex) -> Self {
        Self {
            watch: Watch::new(index.head().kind),
            index,
            places: Vec::new(),
        }
    }

    /// From the log.
    pub(super) fn rebuild(conn: &Connection, doc: &DocMeta) -> Result<Self, StoreError> {
        let mut rebuilt = Self::new(DocIndex::new(doc.head.clone()));
        rebuilt.catch_up(conn, doc, 0)?;
        Ok(rebuilt)
    }

    /// Takes in what the log got after a place.
    fn catch_up(&mut self, conn: &Connection, doc: &DocMeta, after: u64) -> Result<(), StoreError> {
        let mut damaged = false;
        log::signed_changes_of(conn, doc.row, after, |seq, device, hash, change| {
            let device = Some(device);
            let replayed = match &mut self.watch {
                Some(watch) => self.index.replay_watched(change, hash, device, watch),
                None => self.index.replay(change, hash, device),
            };
            damaged |= replayed.is_err();
            self.places.push(seq);
        })?;
        if damaged {
            return Err(StoreError::Damaged("a logged change"));
        }
        // What the log says was decided before.
        if let Some(watch) = &mut self.watch {
            watch.take_touched();
        }
        Ok(())
    }

    /// Takes in a change that was just judged, and where it will stand; where the one before it does, 0 if there is none.
    pub(super) fn record(&mut self, accepted: &Accepted, seq: u64) -> Result<u64, IndexError> {
        match &mut self.watch {
            Some(watch) => self.index.record_watched(accepted, watch)?,
            None => self.index.record(accepted)?,
        }
        let before = self.places.last().copied().unwrap_or(0);
        self.places.push(seq);
        Ok(before)
    }

    /// Where a change stands, if the document has it.
    pub(super) fn place_of(&self, hash: &CommitHash) -> Option<u64> {
        let number = self.index.number_of(hash)?;
        self.places.get(number.checked_sub(1)?).copied()
    }

    /// What it takes in memory, as the admission estimates it; also a measure of the work to make it.
    pub(super) fn weight(&self) -> usize {
        INDEX_BYTES
            + self.index.ops_count() * OP_BYTES
            + self.index.changes_count() as usize * CHANGE_BYTES
            + self.watch.as_ref().map_or(0, Watch::values_count) * VALUE_BYTES
    }
}

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

/// How many documents an owner has, and the row of the last.
#[derive(Debug, Clone, Copy, Default)]
struct Owned {
    count: u64,
    upto: DocRow,
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

    /// Forgets everything: what memory says may not be what is stored.
    pub(super) fn clear(&mut self) {
        write_lock(&self.at_hand.0).clear();
        *self = Self {
            at_hand: self.at_hand.clone(),
            #[cfg(test)]
            rebuilt: self.rebuilt,
            ..Self::default()
        };
    }

    /// What the file says of a document. Nothing of it ever changes but that it may be frozen: see
    /// [`Indexes::forget`].
    pub(super) fn find(
        &mut self,
        conn: &Connection,
        id: DocId,
    ) -> Result<Option<Arc<DocMeta>>, StoreError> {
        if let Some(doc) = self.met.get(&id) {
            return Ok(Some(Arc::clone(doc)));
        }
        let found = docs::find(conn, id)?.map(|doc| self.meet(doc));
        Ok(found)
    }

    /// Takes in a document that was just made, with the index that its first change was judged by.
    pub(super) fn add(&mut self, doc: DocMeta, index: DocIndex) -> Arc<DocMeta> {
        self.put(&doc, Indexed::new(index));
        self.meet(doc)
    }

    /// How many documents an owner has. Only those made since the last question are counted.
    pub(super) fn count_of(
        &mut self,
        conn: &Connection,
        owner: MemberId,
    ) -> Result<u64, StoreError> {
        if self.owned.len() >= DOCS_MET_MAX {
            self.owned.clear();
        }
        let owned = self.owned.entry(owner).or_default();
        let (more, last) = docs::count_after(conn, owner, owned.upto)?;
        owned.count += more;
        owned.upto = last.unwrap_or(owned.upto);
        Ok(owned.count)
    }

    fn meet(&mut self, doc: DocMeta) -> Arc<DocMeta> {
        if self.met.len() >= DOCS_MET_MAX {
            self.met.clear();
        }
        let doc = Arc::new(doc);
        self.met.insert(doc.id, Arc::clone(&doc));
        doc
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

    fn put(&mut self, doc: &DocMeta, indexed: Indexed) {
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

    /// Documents that are only asked about take room too.
    fn settle_in(&mut self, doc: DocRow) {
        self.weigh(doc);
        self.shrink();
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

    /// How many changes a document has, 0 when nothing of it is in memory.
    pub(super) fn changes_of(&self, doc: DocRow) -> u32 {
        let slot = self.slots.get(&doc);
        slot.map_or(0, |slot| slot.indexed.index.changes_count() as u32)
    }

    /// Counts what the document weighs now.
    pub(super) fn weigh(&mut self, doc: DocRow) {
        if let Some(slot) = self.slots.get_mut(&doc) {
            let weight = slot.indexed.weight();
            self.weight = self.weight - slot.weight + weight;
            slot.weight = weight;
        }
    }

    /// Drops the least used indexes until the rest fits; the one used last stays.
    pub(super) fn shrink(&mut self) {
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
    pub(super) fn forget(&mut self, doc: DocRow) {
        self.met.retain(|_, met| met.row != doc);
        self.drop_index(doc);
    }

    /// Drops a document's index, as when memory is full.
    pub(super) fn drop_index(&mut self, doc: DocRow) {
        if let Some(slot) = self.slots.remove(&doc) {
            self.weight -= slot.weight;
            self.by_use.remove(&(slot.used, doc));
            write_lock(&self.at_hand.0).remove(&slot.doc);
        }
    }
}
