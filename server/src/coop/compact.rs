//! Snapshots, off the hot path: documents that changed much since their last one get a new one. Building is also the
//! trial of every change in it (see the model's `admission::trial`), reads only, and runs on any thread; putting the
//! result in place is one short write. A snapshot replaces the old one only when it loads back to the same heads, and
//! raw commits stay in any case.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use besace_model::admission::ApplyFailed;
use besace_model::admission::trial::TRIAL_CHANGES_MAX;
use besace_model::time::Timestamp;
use rusqlite::Connection;

use super::stored::Stored;
use super::{Coop, CoopError, CoopReader, Published, read_lock, write_lock};
use crate::limits::{CLEARED_PER_STEP, SNAPSHOT_AFTER_CHANGES, SNAPSHOT_AFTER_SHARE};
use crate::store::docs::{self, DocMeta, DocRow};
use crate::store::{StoreError, at_one_moment, log, snapshots};

/// A snapshot that waits to be put in place.
#[derive(Debug)]
pub struct Built {
    doc: DocRow,
    upto: u64,
    /// `None` when nothing good is there besides the old one.
    bytes: Option<Vec<u8>>,
    /// The operations in it.
    ops: usize,
    /// Whether Automerge did not give back what it was given: what is good ends here.
    is_last: bool,
}

impl Built {
    /// Whether nothing may come after it: the document is to be frozen.
    pub(super) fn is_last(&self) -> bool {
        self.is_last
    }
}

/// How many changes each document has beyond its snapshot.
#[derive(Debug, Default)]
pub(super) struct Behind {
    changes: BTreeMap<DocRow, u32>,
    /// Those whose changes must not wait any longer for their trial.
    overdue: BTreeSet<DocRow>,
}

impl Behind {
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut behind = Self::default();
        for (doc, changes) in snapshots::behind(conn)? {
            behind.set(doc, changes);
        }
        Ok(behind)
    }

    /// Counts what a transaction made durable.
    pub(super) fn grow(&mut self, grown: &BTreeMap<DocRow, u32>) {
        for (doc, changes) in grown {
            let before = self.changes.get(doc).copied().unwrap_or(0);
            self.set(*doc, before + changes);
        }
    }

    pub(super) fn set(&mut self, doc: DocRow, changes: u32) {
        if changes == 0 {
            self.changes.remove(&doc);
        } else {
            self.changes.insert(doc, changes);
        }
        if changes >= TRIAL_CHANGES_MAX {
            self.overdue.insert(doc);
        } else {
            self.overdue.remove(&doc);
        }
    }

    /// Those with at least so many, the furthest behind first. `share` is how many make a snapshot worth its cost, which
    /// grows with the document.
    fn due(&self, changes: u32, documents: usize, share: impl Fn(DocRow) -> u32) -> Vec<DocRow> {
        let wanted = |doc: DocRow| changes.max(share(doc).min(TRIAL_CHANGES_MAX));
        let mut due: Vec<_> = self
            .changes
            .iter()
            .filter(|(doc, it)| **it >= changes && **it >= wanted(**doc))
            .collect();
        due.sort_by_key(|(_, changes)| Reverse(**changes));
        due.into_iter()
            .take(documents)
            .map(|(doc, _)| *doc)
            .collect()
    }
}

impl CoopReader {
    /// Builds the snapshots that [`Coop::due_snapshots`] named.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn build_snapshots(&self, due: &[DocRow]) -> Result<Vec<Built>, CoopError> {
        let upto = read_lock(&self.glance.board).head();
        let moment = at_one_moment(&self.conn)?;
        build_all(&moment, upto, due)
    }
}

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

    /// Whether some document has as many untried changes as one may have.
    #[must_use]
    pub fn is_snapshot_overdue(&self) -> bool {
        !self.behind.overdue.is_empty()
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
                snapshots::changes_after(self.store.conn(), snapshot.doc, snapshot.upto)?
            };
            self.behind.set(snapshot.doc, left);
        }
        Ok(published)
    }
}

fn build_all(conn: &Connection, upto: u64, due: &[DocRow]) -> Result<Vec<Built>, CoopError> {
    let built = due.iter().map(|doc| {
        let meta = docs::get(conn, *doc)?;
        Ok(build_one(conn, &meta, upto)?)
    });
    built.collect()
}

fn build_one(conn: &Connection, meta: &DocMeta, upto: u64) -> Result<Built, StoreError> {
    let stored = Stored::read(conn, meta, upto)?;
    match stored.build() {
        Ok(snapshot) => Ok(Built {
            doc: meta.row,
            upto,
            bytes: Some(snapshot.bytes),
            ops: snapshot.ops,
            is_last: false,
        }),
        Err(error) => after_failure(conn, meta, &stored, upto, &error),
    }
}

/// What is to be put in place of a document that cannot be made of its snapshot and log.
pub(super) fn after_failure(
    conn: &Connection,
    meta: &DocMeta,
    stored: &Stored,
    upto: u64,
    error: &ApplyFailed,
) -> Result<Built, StoreError> {
    // A snapshot that is no good is made again from the log, which is the truth.
    let whole = stored.without_snapshot(conn, meta, upto)?;
    if let Some(Ok(snapshot)) = whole.as_ref().map(Stored::build) {
        tracing::error!(doc = %meta.id, %error, "the snapshot was no good and is made again");
        return Ok(Built {
            doc: meta.row,
            upto,
            bytes: Some(snapshot.bytes),
            ops: snapshot.ops,
            is_last: false,
        });
    }
    let good = stored.build_good();
    let good_upto = good.as_ref().map(|(seq, _)| *seq);
    tracing::error!(
        doc = %meta.id, %error, good_upto,
        "Automerge fails on the document: it is frozen at its last good snapshot, and somebody must look"
    );
    Ok(Built {
        doc: meta.row,
        upto: good_upto.unwrap_or(0),
        ops: good.as_ref().map_or(0, |(_, snapshot)| snapshot.ops),
        bytes: good.map(|(_, snapshot)| snapshot.bytes),
        is_last: true,
    })
}
