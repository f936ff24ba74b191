//! Trials on the writer's own connection, and what it does about those that failed.

use std::sync::Arc;

use besace_model::time::Timestamp;

use super::{Attempt, lock};
use crate::coop::writing::PublishedEntry;
use crate::coop::{Coop, CoopError, Published, read_lock};
use crate::store::docs::{self, DocRow};

impl Coop {
    /// Tries what links wait to hear of, on the writer's own connection; false when Automerge fails on any of it: then
    /// [`Coop::settle`] freezes the document.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn try_entries(&self, entries: &[Arc<PublishedEntry>]) -> Result<bool, CoopError> {
        let mut is_good = true;
        for entry in entries {
            is_good &= self.try_document(entry.row, entry.seq, &[entry])?;
        }
        Ok(is_good)
    }

    fn try_document(
        &self,
        doc: DocRow,
        upto: u64,
        given: &[&PublishedEntry],
    ) -> Result<bool, CoopError> {
        let glance = self.glance();
        if !glance.is_untried(doc, upto) {
            return Ok(true);
        }
        let attempt = glance.attempt(self.store.conn(), doc, upto, usize::MAX, given)?;
        Ok(attempt == Attempt::Tried)
    }

    /// Tries some of the documents that nobody asked for yet; how many.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(in crate::coop) fn try_some(
        &mut self,
        now: Timestamp,
        documents: usize,
    ) -> Result<usize, CoopError> {
        let due = self.untried(documents);
        for doc in &due {
            let upto = read_lock(&self.board).tried().wanted(*doc);
            if let Some(upto) = upto {
                self.try_document(*doc, upto, &[])?;
            }
        }
        self.settle(now)?;
        Ok(due.len())
    }

    /// Freezes the documents that Automerge failed on.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn settle(&mut self, now: Timestamp) -> Result<Published, CoopError> {
        let built = self.trials.take_built();
        self.put_snapshots(now, built)
    }

    /// Documents that were not tried to their end.
    #[must_use]
    pub fn untried(&self, documents: usize) -> Vec<DocRow> {
        let unreadable = lock(&self.trials.unreadable);
        let board = read_lock(&self.board);
        let due = board.tried().due().filter(|doc| !unreadable.contains(doc));
        due.take(documents).collect()
    }

    /// Writes down how far documents were tried, so that the next start need not try them again.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn save_marks(&mut self) -> Result<(), CoopError> {
        let marks = std::mem::take(&mut *lock(&self.trials.unsaved));
        if marks.is_empty() {
            return Ok(());
        }
        let tx = self.store.begin()?;
        for (doc, mark) in marks {
            docs::set_tried(&tx, doc, mark.upto, mark.ops)?;
        }
        Ok(tx.commit()?)
    }
}
