//! A document that ends the app when it is read is set aside: see [`crate::aside`].

use besace_model::ids::DocId;
use besace_model::time::Timestamp;
use besace_model::wire::{Logged, Piece};

use super::Replica;
use crate::api::{DispatchResult, Topic};
use crate::aside::Mark;
use crate::store::{self, ASIDE, AsideRow, Batch, RECORDS};

impl Replica {
    /// The last life of the app ended while it read this.
    pub(super) fn set_aside(&mut self, mark: Mark, batch: &mut Batch) {
        let Mark { doc, snapshot } = mark;
        let version = self.version.clone();
        let row = AsideRow { snapshot, version };
        batch.put(ASIDE, doc.to_string(), store::to_cbor(&row));
        self.keep_aside(doc, row);
        self.log(format!("document {doc} is set aside"));
    }

    pub(super) fn keep_aside(&mut self, doc: DocId, row: AsideRow) {
        self.docs.set_aside(doc, row);
        self.outbox.keep_back(doc);
    }

    /// Another version of the app may read what the last one could not.
    pub(super) fn try_what_another_version_set_aside(&mut self, batch: &mut Batch) {
        let version = &self.version;
        let others = |row: &AsideRow| row.version != *version;
        let again: Vec<DocId> = self
            .docs
            .aside()
            .iter()
            .filter(|(_, row)| others(row))
            .map(|(id, _)| *id)
            .collect();
        for id in again {
            batch.delete(ASIDE, id.to_string());
            batch.delete(RECORDS, id.to_string());
            self.read_from_now_on(id);
        }
    }

    /// Reads a document that was set aside from now on.
    pub(super) fn read_from_now_on(&mut self, id: DocId) {
        self.outbox.let_go(id);
        self.docs.take_back(id);
        if let Some(kind) = self.docs.get(id).map(|doc| doc.row.head.kind) {
            self.touch(kind);
        }
        self.topics.insert(Topic::Sync);
    }

    /// Tells whoever outlives a crash that a document is being read.
    pub(super) fn reading<T>(
        &mut self,
        id: DocId,
        snapshot: Option<u64>,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.docs.begin(id, snapshot);
        let answer = read(self);
        self.docs.end();
        answer
    }

    /// What the relay says of a document that is set aside is kept as bytes. Another snapshot than the one that ended
    /// the app is read once the disk has it: should it end the app too, that is not for ever.
    pub(super) fn take_unread(
        &mut self,
        id: DocId,
        piece: Option<Piece>,
        changes: Vec<Logged>,
        batch: &mut Batch,
    ) {
        if let Some(piece) = piece {
            let snapshot = piece.snapshot;
            let Some(whole) = self.take_piece(id, piece, batch) else {
                return;
            };
            if let Some(doc) = self.docs.get_mut(id) {
                doc.replace_unread(id, whole, batch);
            }
            let is_another = |row: &AsideRow| row.snapshot != Some(snapshot);
            if self.docs.aside().get(&id).is_some_and(is_another) {
                batch.delete(ASIDE, id.to_string());
                batch.delete(RECORDS, id.to_string());
                self.saver.read_once_written(id);
            }
        }
        for logged in changes {
            if let Some(doc) = self.docs.get_mut(id) {
                doc.append(id, logged.change, batch);
                doc.write_row(id, batch);
            }
        }
        self.topics.insert(Topic::Sync);
    }

    /// A person asks for a document that was set aside: what the phone held of it goes, and it is downloaded again.
    pub(super) fn read_again(&mut self, doc: &str, now: Timestamp) -> DispatchResult {
        let known = |id: &DocId| self.docs.aside().contains_key(id);
        let Some(id) = doc.parse().ok().filter(known) else {
            return DispatchResult::NoChange;
        };
        let mut batch = Batch::default();
        let head = self.docs.get(id).map(|doc| doc.row.head.clone());
        self.read_from_now_on(id);
        batch.delete(ASIDE, id.to_string());
        self.docs.forget(id, &mut batch);
        if let Some(head) = head
            && self.outbox.of(id).next().is_some()
        {
            self.docs.get_or_make(id, &head);
        }
        let token = self.save_strictly(batch);
        self.start_over = true;
        self.start_over(now);
        let entry = None;
        DispatchResult::Done { token, entry }
    }
}
