//! What the log says of commits that it has.

use std::collections::{BTreeMap, BTreeSet};

use besace_model::ids::CommitHash;
use besace_model::time::Timestamp;
use besace_model::wire::Receipt;
use rusqlite::{Connection, OptionalExtension, params};

use crate::store::StoreError;
use crate::store::docs::DocRow;

/// When the entry at a place was accepted.
///
/// # Errors
/// Whatever SQLite says; an empty place is an error.
pub fn receipt(conn: &Connection, seq: u64) -> Result<Receipt, StoreError> {
    Ok(conn
        .prepare_cached("SELECT received_at FROM log WHERE seq = ?1")?
        .query_row([seq as i64], |row| {
            Ok(Receipt {
                seq,
                at: Timestamp(row.get(0)?),
            })
        })?)
}

/// The receipts of those of these changes that a document has, and how many changes were looked at. Goes through all its changes: nothing for the writer.
///
/// # Errors
/// Whatever SQLite says.
pub fn receipts(
    conn: &Connection,
    doc: DocRow,
    wanted: &BTreeSet<CommitHash>,
) -> Result<(BTreeMap<CommitHash, Receipt>, usize), StoreError> {
    let mut found = BTreeMap::new();
    let mut looked = 0;
    let mut statement =
        conn.prepare_cached("SELECT seq, hash, received_at FROM log WHERE doc = ?1 ORDER BY seq")?;
    let mut rows = statement.query([doc])?;
    while let Some(row) = rows.next()? {
        let hash = CommitHash(row.get(1)?);
        looked += 1;
        if wanted.contains(&hash) {
            let seq = row.get::<_, i64>(0)? as u64;
            let at = Timestamp(row.get(2)?);
            found.insert(hash, Receipt { seq, at });
        }
    }
    Ok((found, looked))
}

/// The last entry of a document that was accepted by a time, and when; `None` where none was.
///
/// # Errors
/// Whatever SQLite says.
pub fn last_of(
    conn: &Connection,
    doc: DocRow,
    by: Timestamp,
) -> Result<Option<(u64, Timestamp)>, StoreError> {
    let last = conn
        .prepare_cached(
            "SELECT seq, received_at FROM log WHERE doc = ?1 AND received_at <= ?2 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row(params![doc, by.0], |row| {
            Ok((row.get::<_, i64>(0)? as u64, Timestamp(row.get(1)?)))
        });
    Ok(last.optional()?)
}
