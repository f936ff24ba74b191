//! The changes of documents, as they were accepted.

use besace_model::ids::{CommitHash, DeviceId};
use besace_model::time::Timestamp;
use rusqlite::{Connection, params};

use crate::store::StoreError;
use crate::store::docs::DocRow;

/// An accepted change as readers get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its place.
    pub seq: u64,
    /// The document.
    pub doc: DocRow,
    /// When the relay accepted it.
    pub at: Timestamp,
    /// The raw change.
    pub bytes: Vec<u8>,
}

/// The commit at a place.
///
/// # Errors
/// Whatever SQLite says; a place without a commit is an error.
pub fn change_at(conn: &Connection, seq: u64) -> Result<Change, StoreError> {
    Ok(conn
        .prepare_cached("SELECT doc, received_at, change FROM log WHERE seq = ?1")?
        .query_row([seq as i64], |row| {
            Ok(Change {
                seq,
                doc: row.get(0)?,
                at: Timestamp(row.get(1)?),
                bytes: row.get(2)?,
            })
        })?)
}

/// A document's changes in a span of the log, in order, until `take` says no.
///
/// # Errors
/// Whatever SQLite says.
pub fn changes_of(
    conn: &Connection,
    doc: DocRow,
    after: u64,
    upto: u64,
    mut take: impl FnMut(Change) -> bool,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, received_at, change FROM log WHERE doc = ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq",
    )?;
    let mut rows = statement.query(params![doc, after as i64, upto as i64])?;
    while let Some(row) = rows.next()? {
        let change = Change {
            seq: row.get::<_, i64>(0)? as u64,
            doc,
            at: Timestamp(row.get(1)?),
            bytes: row.get(2)?,
        };
        if !take(change) {
            break;
        }
    }
    Ok(())
}

/// How many changes a document has up to an entry, and their bytes.
///
/// # Errors
/// Whatever SQLite says.
pub fn size_of(conn: &Connection, doc: DocRow, upto: u64) -> Result<(u64, u64), StoreError> {
    let upto = upto.min(i64::MAX as u64) as i64;
    Ok(conn
        .prepare_cached(
            "SELECT count(*), coalesce(sum(length(change)), 0) FROM log WHERE doc = ?1 AND seq <= ?2",
        )?
        .query_row(params![doc, upto], |row| {
            Ok((row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64))
        })?)
}

/// Takes the content from some entries of a superseded document: their places, hashes and times stay. How many there
/// were.
///
/// # Errors
/// Whatever SQLite says.
pub fn clear(conn: &Connection, doc: DocRow, limit: usize) -> Result<usize, StoreError> {
    Ok(conn
        .prepare_cached(
            "UPDATE log SET doc = NULL, audience = NULL, device = NULL, signature = NULL, change = NULL
             WHERE seq IN (SELECT seq FROM log WHERE doc = ?1 ORDER BY seq LIMIT ?2)",
        )?
        .execute(params![doc, limit as i64])?)
}

/// A document's changes after a place, each with its own and the device that signed it, for the admission's index.
///
/// # Errors
/// Whatever SQLite says.
pub fn signed_changes_of(
    conn: &Connection,
    doc: DocRow,
    after: u64,
    mut take: impl FnMut(u64, DeviceId, CommitHash, Vec<u8>),
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, device.device, hash, change FROM log JOIN device ON device.id = log.device WHERE doc = ?1 AND seq > ?2 ORDER BY seq",
    )?;
    let mut rows = statement.query(params![doc, after as i64])?;
    while let Some(row) = rows.next()? {
        take(
            row.get::<_, i64>(0)? as u64,
            DeviceId::from_bytes(row.get(1)?),
            CommitHash(row.get(2)?),
            row.get(3)?,
        );
    }
    Ok(())
}
