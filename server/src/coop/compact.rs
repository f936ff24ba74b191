//! Snapshots, off the hot path: documents that changed much since their last one get a new one. A snapshot replaces
//! the old one only when it loads back to the same heads, and raw commits stay in any case.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::Automerge;
use besace_model::time::Timestamp;
use rusqlite::Connection;

use super::{Coop, CoopError, relay};
use crate::limits::{HELD_LIFE_MS, SNAPSHOT_AFTER_CHANGES};
use crate::store::docs::{self, DocMeta};
use crate::store::{StoreError, snapshots, verdicts};

impl Coop {
    /// Makes at most `documents` snapshots; how many it looked at. Zero: nothing is due.
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
        let due = snapshots::due(self.store.conn(), changes, documents)?;
        if due.is_empty() {
            return Ok(0);
        }
        let upto = self.head();
        let mut made = Vec::new();
        for row in &due {
            let meta = docs::get(self.store.conn(), *row)?;
            made.push((*row, snapshot(self.store.conn(), &meta, upto)?));
        }
        self.write(now, |inside| {
            let conn = inside.writing.conn;
            for (row, bytes) in &made {
                match bytes {
                    Some(bytes) => snapshots::replace(conn, *row, upto, bytes)?,
                    None => snapshots::settle(conn, *row)?,
                }
            }
            verdicts::forget_held(conn, now.plus_ms(-HELD_LIFE_MS))?;
            Ok(())
        })?;
        Ok(due.len())
    }
}

/// A verified snapshot; `None` when Automerge does not give back what it was given: the log alone serves then.
fn snapshot(conn: &Connection, meta: &DocMeta, upto: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let built = catch_unwind(AssertUnwindSafe(|| -> Result<_, StoreError> {
        let doc = relay::load(conn, meta, upto)?;
        let bytes = doc.save();
        let same = Automerge::load(&bytes).is_ok_and(|back| back.get_heads() == doc.get_heads());
        Ok(same.then_some(bytes))
    }));
    match built {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(StoreError::Damaged(_))) | Err(_) => Ok(None),
        Ok(Err(error)) => Err(error),
    }
}
