//! The admission's indexes of the documents that are written to now; the least used go when memory is full.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use besace_model::admission::DocIndex;
use rusqlite::Connection;

use crate::limits::INDEX_CACHE_BYTES;
use crate::store::docs::{DocMeta, DocRow};
use crate::store::{StoreError, log};

/// Bytes counted for an index besides its changes and operations.
const INDEX_BYTES: usize = 2 * 1024;
/// Bytes counted for a change.
const CHANGE_BYTES: usize = 96;
/// Bytes counted for an operation.
const OP_BYTES: usize = 24;

#[derive(Debug)]
struct Slot {
    index: DocIndex,
    weight: usize,
    used: u64,
}

/// Indexes by document row.
#[derive(Debug, Default)]
pub(super) struct Indexes {
    slots: BTreeMap<DocRow, Slot>,
    by_use: BTreeSet<(u64, DocRow)>,
    weight: usize,
    uses: u64,
}

impl Indexes {
    /// A document's index, rebuilt from the log if it is not there.
    pub(super) fn get(
        &mut self,
        conn: &Connection,
        doc: &DocMeta,
    ) -> Result<&mut DocIndex, StoreError> {
        self.uses += 1;
        let used = self.uses;
        let slot = match self.slots.entry(doc.row) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(Slot {
                index: rebuild(conn, doc, i64::MAX as u64)?,
                weight: 0,
                used,
            }),
        };
        self.by_use.remove(&(slot.used, doc.row));
        slot.used = used;
        self.by_use.insert((used, doc.row));
        Ok(&mut slot.index)
    }

    /// Counts what the document weighs now.
    pub(super) fn weigh(&mut self, doc: DocRow) {
        if let Some(slot) = self.slots.get_mut(&doc) {
            let weight = INDEX_BYTES
                + slot.index.ops_count() * OP_BYTES
                + slot.index.changes_count() as usize * CHANGE_BYTES;
            self.weight = self.weight - slot.weight + weight;
            slot.weight = weight;
        }
    }

    /// Drops the least used indexes until the rest fits; the last one used always stays.
    pub(super) fn shrink(&mut self) {
        while self.weight > INDEX_CACHE_BYTES && self.slots.len() > 1 {
            let Some((_, doc)) = self.by_use.first().copied() else {
                return;
            };
            self.forget(doc);
        }
    }

    /// Drops one index: what it holds may not be what is stored.
    pub(super) fn forget(&mut self, doc: DocRow) {
        if let Some(slot) = self.slots.remove(&doc) {
            self.weight -= slot.weight;
            self.by_use.remove(&(slot.used, doc));
        }
    }
}

/// An index from the log up to an entry.
pub(super) fn rebuild(conn: &Connection, doc: &DocMeta, upto: u64) -> Result<DocIndex, StoreError> {
    let mut index = DocIndex::new(doc.head.clone());
    let mut damaged = false;
    log::signed_changes_of(conn, doc.row, upto, |device, hash, change| {
        damaged |= index.replay(change, hash, Some(device)).is_err();
    })?;
    if damaged {
        return Err(StoreError::Damaged("a logged change"));
    }
    Ok(index)
}
