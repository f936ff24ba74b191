//! Snapshots, off the hot path: documents that changed much since their last one get a new one. Building is also the
//! trial of every change in it (see the model's `admission::trial`), reads only, and runs on any thread; putting the
//! result in place is one short write. A snapshot replaces the old one only when it loads back to the same heads, and
//! raw commits stay in any case.

mod behind;
mod building;

use besace_model::time::Timestamp;

pub(super) use behind::Behind;
pub use building::Built;
pub(super) use building::after_failure;

use super::{Coop, CoopError, Published, read_lock, write_lock};
use crate::limits::{
    CLEARED_PER_STEP, SNAPSHOT_AFTER_CHANGES, SNAPSHOT_AFTER_SHARE, SNAPSHOT_OVERDUE_SHARE,
};
use crate::store::docs::{self, DocRow};
use crate::store::{log, snapshots};
use building::build_all;

impl Coop {
    /// Builds and puts in place at most so many snapshots, or tries so many documents when no snapshot is due; how many were.
    /// Zero: nothing is.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn compact(&mut self, now: Timestamp, documents: usize) -> Result<usize, CoopError> {
        self.compact_from(now, SNAPSHOT_AFTER_CHANGES, documents)
    }

    /// [`Coop::compact`] for documents that changed at least so many times.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn compact_from(
        &mut self,
        now: Timestamp,
        changes: u32,
        documents: usize,
    ) -> Result<usize, CoopError> {
        let due = self.behind.due(changes, documents, |_| 0);
        let built = build_all(self.store.conn(), self.head(), &due)?;
        self.put_snapshots(now, built)?;
        if due.is_empty() {
            return self.try_some(now, documents);
        }
        Ok(due.len())
    }

    /// Whether a superseded document has content in the log yet.
    #[must_use]
    pub fn has_superseded(&self) -> bool {
        read_lock(&self.board).tried().uncleared().is_some()
    }

    /// Takes some of its content from a superseded document: its places in the log stay, so that the log has no gaps.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn clear_superseded(&mut self, now: Timestamp) -> Result<(), CoopError> {
        let Some(doc) = read_lock(&self.board).tried().uncleared() else {
            return Ok(());
        };
        let (cleared, _) = self.write(now, |inside| {
            Ok(log::clear(inside.writing.conn, doc, CLEARED_PER_STEP)?)
        })?;
        if cleared < CLEARED_PER_STEP {
            write_lock(&self.board).tried_mut().cleared(doc);
        }
        Ok(())
    }

    /// Whether some document has as many untried changes as one may have, for its length.
    #[must_use]
    pub fn is_snapshot_overdue(&self) -> bool {
        self.behind
            .is_any_overdue(|doc| self.indexes.changes_of(doc) / SNAPSHOT_OVERDUE_SHARE)
    }

    /// At most so many of the documents that changed enough for a new snapshot, the furthest behind first.
    #[must_use]
    pub fn due_snapshots(&self, documents: usize) -> Vec<DocRow> {
        let share = |doc| self.indexes.changes_of(doc) / SNAPSHOT_AFTER_SHARE;
        self.behind.due(SNAPSHOT_AFTER_CHANGES, documents, share)
    }

    /// Puts snapshots in place. A document that Automerge failed on is frozen at the last good one: the gate let something
    /// through that it should not have, and a person must look.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn put_snapshots(
        &mut self,
        now: Timestamp,
        mut built: Vec<Built>,
    ) -> Result<Published, CoopError> {
        let is_frozen = |doc| read_lock(&self.board).tried().is_frozen(doc);
        built.retain(|snapshot| !is_frozen(snapshot.doc));
        if built.is_empty() {
            return Ok(Published::default());
        }
        let ((), published) = self.write(now, |inside| {
            let conn = inside.writing.conn;
            for snapshot in &built {
                if let Some(bytes) = &snapshot.bytes {
                    snapshots::replace(conn, snapshot.doc, snapshot.upto, bytes)?;
                    docs::set_tried(conn, snapshot.doc, snapshot.upto, snapshot.ops)?;
                }
                if snapshot.is_last {
                    inside.writing.freeze(snapshot.doc)?;
                }
            }
            Ok(())
        })?;
        for snapshot in &built {
            let left = if snapshot.is_last {
                self.indexes.forget(snapshot.doc);
                self.trials.forget(snapshot.doc);
                0
            } else {
                let mut board = write_lock(&self.board);
                board.tried_mut().mark(snapshot.doc, snapshot.upto);
                drop(board);
                self.segmenting.cover(snapshot.doc);
                snapshots::changes_after(self.store.conn(), snapshot.doc, snapshot.upto)?
            };
            self.behind.set(snapshot.doc, left);
        }
        Ok(published)
    }
}
