//! Building a snapshot from what is stored, and what is done when that fails.

use besace_model::admission::ApplyFailed;
use rusqlite::Connection;

use crate::coop::stored::Stored;
use crate::coop::{CoopError, CoopReader, read_lock};
use crate::store::docs::{self, DocMeta, DocRow};
use crate::store::{StoreError, at_one_moment};

/// A snapshot that waits to be put in place.
#[derive(Debug)]
pub struct Built {
    pub(super) doc: DocRow,
    pub(super) upto: u64,
    /// `None` when nothing good is there besides the old one.
    pub(super) bytes: Option<Vec<u8>>,
    /// The operations in it.
    pub(super) ops: usize,
    /// Whether Automerge did not give back what it was given: what is good ends here.
    pub(super) is_last: bool,
}

impl Built {
    /// Whether nothing may come after it: the document is to be frozen.
    pub(in crate::coop) fn is_last(&self) -> bool {
        self.is_last
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

pub(super) fn build_all(
    conn: &Connection,
    upto: u64,
    due: &[DocRow],
) -> Result<Vec<Built>, CoopError> {
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
pub(in crate::coop) fn after_failure(
    conn: &Connection,
    meta: &DocMeta,
    stored: &Stored,
    upto: u64,
    error: &ApplyFailed,
) -> Result<Built, StoreError> {
    // A snapshot that is no good is made again from the log, which is the truth.
    let whole = match stored.without_snapshot(conn, meta, upto) {
        Err(StoreError::Damaged(what)) => {
            tracing::error!(doc = %meta.id, what, "the log is no good either");
            None
        }
        whole => whole?,
    };
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
