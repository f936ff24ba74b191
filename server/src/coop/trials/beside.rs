//! Trials on any thread: the board is told what came of them.

use std::sync::Arc;

use rusqlite::Connection;

use super::{Attempt, lock};
use crate::coop::tried::Served;
use crate::coop::writing::PublishedEntry;
use crate::coop::{CoopError, CoopReader, Glance, read_lock, write_lock};
use crate::store::docs::DocRow;
use crate::store::{StoreError, at_one_moment};

impl Glance {
    /// Tries a document on a connection, as [`Trials`] says, and notes on the board what came of it.
    pub(in crate::coop) fn attempt(
        &self,
        conn: &Connection,
        doc: DocRow,
        upto: u64,
        ops_max: usize,
        given: &[&PublishedEntry],
    ) -> Result<Attempt, StoreError> {
        let attempt = self.trials.attempt(conn, doc, upto, ops_max, given)?;
        if attempt == Attempt::Tried {
            write_lock(&self.board).tried_mut().mark(doc, upto);
        }
        Ok(attempt)
    }

    /// Tries what links wait to hear of, if it takes microseconds and no reading: one change of a short document in use.
    /// False when a lane is to do it.
    pub(crate) fn attempt_at_hand(&self, entries: &[Arc<PublishedEntry>]) -> bool {
        let [entry] = entries else {
            return false;
        };
        let is_tried = self.trials.attempt_at_hand(entry);
        if is_tried {
            write_lock(&self.board)
                .tried_mut()
                .mark(entry.row, entry.seq);
        }
        is_tried
    }

    /// Notes that a document could not be read.
    pub(crate) fn leave_untried(&self, doc: DocRow) {
        lock(&self.trials.unreadable).insert(doc);
    }

    /// Whether a document still waits for its trial up to an entry.
    pub(crate) fn is_untried(&self, doc: DocRow, upto: u64) -> bool {
        let served = read_lock(&self.board).tried().served(doc, upto);
        served == Served::Untried
    }
}

impl CoopReader {
    /// Tries a document up to the last entry of `given`, or up to all that the log has of it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(crate) fn attempt(
        &self,
        doc: DocRow,
        ops_max: usize,
        given: &[&PublishedEntry],
    ) -> Result<Attempt, CoopError> {
        let upto = match given.last() {
            Some(entry) => Some(entry.seq),
            None => read_lock(&self.glance.board).tried().wanted(doc),
        };
        let Some(upto) = upto.filter(|upto| self.glance.is_untried(doc, *upto)) else {
            return Ok(Attempt::Tried);
        };
        let moment = at_one_moment(&self.conn)?;
        Ok(self.glance.attempt(&moment, doc, upto, ops_max, given)?)
    }
}
