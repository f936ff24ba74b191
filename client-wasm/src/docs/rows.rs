//! What the relay says of a document, kept row by row.

use automerge::{Automerge, Change};
use besace_model::ids::DocId;

use super::Doc;
use crate::store::{self, Batch, CHANGES, DOCS, PIECES, SNAPSHOTS};

impl Doc {
    /// Writes what is kept beside the content.
    pub fn write_row(&self, id: DocId, batch: &mut Batch) {
        batch.put(DOCS, id.to_string(), store::to_cbor(&self.row));
    }

    /// The relay speaks of it. When it started over since it last did, all that is here is of its life before.
    pub fn meet(&mut self, id: DocId, life: u32, batch: &mut Batch) {
        if self.row.life == life {
            return;
        }
        self.row.life = life;
        self.row.confirmed = false;
        // What it wrote in its session may be gone, and still be held elsewhere.
        self.row.session = None;
        self.row.fresh_from = self.has_content().then_some(self.row.next_change);
        self.row.download = None;
        for offset in std::mem::take(&mut self.pieces).into_keys() {
            batch.delete(PIECES, store::part_key(id, offset));
        }
        self.write_row(id, batch);
    }

    /// Drops what the relay did not say again in this life; whether there was anything.
    pub fn drop_stale(&mut self, id: DocId, life: u32, batch: &mut Batch) -> bool {
        self.meet(id, life, batch);
        let Some(fresh_from) = self.row.fresh_from.take() else {
            return false;
        };
        let fresh = self.changes.split_off(&fresh_from);
        for number in std::mem::replace(&mut self.changes, fresh).into_keys() {
            batch.delete(CHANGES, store::part_key(id, number));
        }
        self.snapshot.clear();
        batch.delete(SNAPSHOTS, id.to_string());
        self.write_row(id, batch);
        true
    }

    /// Appends an accepted change, once.
    pub fn append(&mut self, id: DocId, change: Vec<u8>, batch: &mut Batch) {
        self.row.confirmed = true;
        let fresh_from = self.row.fresh_from.unwrap_or_default();
        let mut fresh = self.changes.iter().filter(|(at, _)| **at >= fresh_from);
        if fresh.any(|(_, kept)| *kept == change) {
            return;
        }
        let number = self.row.next_change;
        self.row.next_change += 1;
        batch.put(CHANGES, store::part_key(id, number), change.clone());
        self.changes.insert(number, change);
    }

    /// Puts a whole snapshot, as loaded, in place of what the relay had given before; what it accepted since stays.
    pub fn replace(&mut self, id: DocId, snapshot: Vec<u8>, loaded: &Automerge, batch: &mut Batch) {
        let fresh_from = self.row.fresh_from.take().unwrap_or_default();
        let holds = |change: &[u8]| {
            Change::from_bytes(change.to_vec())
                .is_ok_and(|change| loaded.get_change_meta_by_hash(&change.hash()).is_some())
        };
        self.changes.retain(|number, change| {
            let stays = *number >= fresh_from && !holds(change);
            if !stays {
                batch.delete(CHANGES, store::part_key(id, *number));
            }
            stays
        });
        for offset in std::mem::take(&mut self.pieces).into_keys() {
            batch.delete(PIECES, store::part_key(id, offset));
        }
        self.row.download = None;
        self.row.confirmed = true;
        batch.put(SNAPSHOTS, id.to_string(), snapshot.clone());
        self.snapshot = snapshot;
    }

    /// Puts a whole snapshot, unread, in place of everything the phone held of a document that is set aside.
    pub fn replace_unread(&mut self, id: DocId, snapshot: Vec<u8>, batch: &mut Batch) {
        self.delete_parts(id, batch);
        self.changes.clear();
        self.pieces.clear();
        self.row.fresh_from = None;
        self.row.download = None;
        self.row.session = None;
        self.row.confirmed = true;
        batch.put(SNAPSHOTS, id.to_string(), snapshot.clone());
        self.snapshot = snapshot;
        self.write_row(id, batch);
    }

    pub(super) fn delete_parts(&self, id: DocId, batch: &mut Batch) {
        for number in self.changes.keys() {
            batch.delete(CHANGES, store::part_key(id, *number));
        }
        for offset in self.pieces.keys() {
            batch.delete(PIECES, store::part_key(id, *offset));
        }
    }
}
