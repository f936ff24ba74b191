//! Snapshots, off the hot path: documents that changed much since their last one get a new one. Building is also the
//! trial of every change in it (see the model's `admission::trial`), reads only, and runs on any thread; putting the
//! result in place is one short write. A snapshot replaces the old one only when it loads back to the same heads, and
//! raw commits stay in any case.

use besace_model::admission::Base;
use besace_model::admission::snapshot::build;
use besace_model::time::Timestamp;
use rusqlite::Connection;

use super::{Coop, CoopError, Reader, indexes, read_lock};
use crate::limits::{HELD_LIFE_MS, SNAPSHOT_AFTER_CHANGES};
use crate::store::docs::{self, DocMeta, DocRow};
use crate::store::{StoreError, log, snapshots, verdicts};

/// A snapshot that waits to be put in place.
#[derive(Debug)]
pub struct Built {
    doc: DocRow,
    upto: u64,
    /// `None` when Automerge did not give back what it was given.
    bytes: Option<Vec<u8>>,
}

impl Reader {
    /// Builds at most so many of the snapshots that are due.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn build_snapshots(&self, documents: usize) -> Result<Vec<Built>, CoopError> {
        let upto = read_lock(&self.glance.board).head();
        build_due(&self.conn, upto, SNAPSHOT_AFTER_CHANGES, documents)
    }
}

impl Coop {
    /// Builds and puts in place at most so many snapshots; how many were due. Zero: nothing is.
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
        changes: i64,
        documents: usize,
    ) -> Result<usize, CoopError> {
        let built = build_due(self.store.conn(), self.head(), changes, documents)?;
        let due = built.len();
        self.put_snapshots(now, built)?;
        Ok(due)
    }

    /// Puts snapshots in place. A document that has none because Automerge failed on it is frozen: the gate let
    /// something through that it should not have, and a person must look.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn put_snapshots(&mut self, now: Timestamp, built: Vec<Built>) -> Result<(), CoopError> {
        if built.is_empty() {
            return Ok(());
        }
        self.write(now, |inside| {
            let conn = inside.writing.conn;
            for snapshot in &built {
                match &snapshot.bytes {
                    Some(bytes) => snapshots::replace(conn, snapshot.doc, snapshot.upto, bytes)?,
                    None => docs::freeze(conn, snapshot.doc)?,
                }
            }
            verdicts::forget_held(conn, now.plus_ms(-HELD_LIFE_MS))?;
            Ok(())
        })?;
        Ok(())
    }
}

fn build_due(
    conn: &Connection,
    upto: u64,
    changes: i64,
    documents: usize,
) -> Result<Vec<Built>, CoopError> {
    let due = snapshots::due(conn, changes, documents)?;
    let built = due.into_iter().map(|doc| {
        let meta = docs::get(conn, doc)?;
        let bytes = build_one(conn, &meta, upto)?;
        Ok(Built { doc, upto, bytes })
    });
    built.collect()
}

fn build_one(conn: &Connection, meta: &DocMeta, upto: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let old = snapshots::load(conn, meta.row)?;
    let (base, after) = match &old {
        Some((seq, bytes)) => (Base::Snapshot(bytes), *seq),
        None => (Base::Genesis(meta.head.kind), 0),
    };
    let mut changes = Vec::new();
    log::changes_of(conn, meta.row, after, upto, |change| {
        changes.push(change.bytes);
        true
    })?;
    let index = indexes::rebuild(conn, meta, upto)?;
    match build(base, changes.iter().map(Vec::as_slice), index.heads()) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) => {
            tracing::error!(doc = %meta.id, %error, "no snapshot can be built: the document is frozen");
            Ok(None)
        }
    }
}
