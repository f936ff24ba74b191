//! What admission keeps in memory of the documents that are written to now; the least used go when memory is full.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use besace_model::admission::DocIndex;
use besace_model::ids::{CommitHash, DocId, MemberId};
use rusqlite::Connection;

use crate::limits::{DOCS_MET_MAX, INDEX_CACHE_BYTES};
use crate::store::docs::{self, DocMeta, DocRow};
use crate::store::{StoreError, log};

/// Bytes counted for an index besides its changes and operations.
const INDEX_BYTES: usize = 2 * 1024;
/// Bytes counted for a change.
const CHANGE_BYTES: usize = 104;
/// Bytes counted for an operation.
const OP_BYTES: usize = 24;

/// A document's index, and where in the log each of its changes stands.
#[derive(Debug)]
pub(super) struct Indexed {
    pub(super) index: DocIndex,
    places: Vec<u64>,
}

impl Indexed {
    /// From the log.
    fn rebuild(conn: &Connection, doc: &DocMeta) -> Result<Self, StoreError> {
        let mut rebuilt = Self {
            index: DocIndex::new(doc.head.clone()),
            places: Vec::new(),
        };
        let mut damaged = false;
        log::signed_changes_of(conn, doc.row, |seq, device, hash, change| {
            damaged |= rebuilt.index.replay(change, hash, Some(device)).is_err();
            rebuilt.places.push(seq);
        })?;
        if damaged {
            return Err(StoreError::Damaged("a logged change"));
        }
        Ok(rebuilt)
    }

    /// Notes where the change that was just recorded stands.
    pub(super) fn note_place(&mut self, seq: u64) {
        self.places.push(seq);
    }

    /// Where a change stands, if the document has it.
    pub(super) fn place_of(&self, hash: &CommitHash) -> Option<u64> {
        let number = self.index.number_of(hash)?;
        self.places.get(number.checked_sub(1)?).copied()
    }
}

#[derive(Debug)]
struct Slot {
    indexed: Indexed,
    weight: usize,
    used: u64,
}

/// Documents met lately by name, and indexes by document row.
#[derive(Debug, Default)]
pub(super) struct Indexes {
    met: BTreeMap<DocId, Arc<DocMeta>>,
    /// How many documents an owner has, of those who made one lately.
    owned: BTreeMap<MemberId, u64>,
    slots: BTreeMap<DocRow, Slot>,
    by_use: BTreeSet<(u64, DocRow)>,
    weight: usize,
    uses: u64,
}

impl Indexes {
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
        if let Some(count) = self.owned.get_mut(&doc.head.owner) {
            *count += 1;
        }
        self.uses += 1;
        self.by_use.insert((self.uses, doc.row));
        let slot = Slot {
            indexed: Indexed {
                index,
                places: Vec::new(),
            },
            weight: 0,
            used: self.uses,
        };
        self.slots.insert(doc.row, slot);
        self.meet(doc)
    }

    /// How many documents an owner has.
    pub(super) fn count_of(
        &mut self,
        conn: &Connection,
        owner: MemberId,
    ) -> Result<u64, StoreError> {
        if owner == MemberId::RELAY {
            // The relay makes rosters too, and not through here.
            return docs::count_of(conn, owner);
        }
        if self.owned.len() >= DOCS_MET_MAX {
            self.owned.clear();
        }
        Ok(match self.owned.entry(owner) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => *place.insert(docs::count_of(conn, owner)?),
        })
    }

    fn meet(&mut self, doc: DocMeta) -> Arc<DocMeta> {
        if self.met.len() >= DOCS_MET_MAX {
            self.met.clear();
        }
        let doc = Arc::new(doc);
        self.met.insert(doc.id, Arc::clone(&doc));
        doc
    }

    /// A document's index, rebuilt from the log if it is not there.
    pub(super) fn get(
        &mut self,
        conn: &Connection,
        doc: &DocMeta,
    ) -> Result<&mut Indexed, StoreError> {
        self.uses += 1;
        let used = self.uses;
        if let Entry::Vacant(place) = self.slots.entry(doc.row) {
            place.insert(Slot {
                indexed: Indexed::rebuild(conn, doc)?,
                weight: 0,
                used,
            });
            // Documents that are only asked about take room too.
            self.weigh(doc.row);
            self.shrink(doc.row);
        }
        let slot = self
            .slots
            .get_mut(&doc.row)
            .ok_or(StoreError::Damaged("index"))?;
        self.by_use.remove(&(slot.used, doc.row));
        slot.used = used;
        self.by_use.insert((used, doc.row));
        Ok(&mut slot.indexed)
    }

    /// How many changes a document has, 0 when nothing of it is in memory.
    pub(super) fn changes_of(&self, doc: DocRow) -> u32 {
        let slot = self.slots.get(&doc);
        slot.map_or(0, |slot| slot.indexed.index.changes_count() as u32)
    }

    /// Counts what the document weighs now.
    pub(super) fn weigh(&mut self, doc: DocRow) {
        if let Some(slot) = self.slots.get_mut(&doc) {
            let weight = INDEX_BYTES
                + slot.indexed.index.ops_count() * OP_BYTES
                + slot.indexed.index.changes_count() as usize * CHANGE_BYTES;
            self.weight = self.weight - slot.weight + weight;
            slot.weight = weight;
        }
    }

    /// Drops the least used indexes until the rest fits; the one in use stays.
    fn shrink(&mut self, in_use: DocRow) {
        while self.weight > INDEX_CACHE_BYTES {
            let mut others = self.by_use.iter().filter(|(_, doc)| *doc != in_use);
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

    fn drop_index(&mut self, doc: DocRow) {
        if let Some(slot) = self.slots.remove(&doc) {
            self.weight -= slot.weight;
            self.by_use.remove(&(slot.used, doc));
        }
    }
}
