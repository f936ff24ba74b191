//! Snapshots: Automerge document files, rebuilt from the log whenever that pays.

use rusqlite::{Connection, MAIN_DB, OptionalExtension, params};

use super::StoreError;
use super::docs::DocRow;

/// Opening a blob costs more than reading so much of a row at once.
const WHOLE_BYTES_MAX: usize = 64 * 1024;

/// What is known of a snapshot without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SnapshotMeta {
    /// Its id: another snapshot has another one.
    pub id: u64,
    /// The last entry it holds.
    pub upto_seq: u64,
    /// Its length.
    pub total: u32,
}

/// A document's snapshot.
///
/// # Errors
/// Whatever SQLite says.
pub fn find(conn: &Connection, doc: DocRow) -> Result<Option<SnapshotMeta>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT id, upto_seq, length(bytes) FROM snapshot WHERE doc = ?1")?
        .query_row([doc], |row| {
            Ok(SnapshotMeta {
                id: row.get::<_, i64>(0)? as u64,
                upto_seq: row.get::<_, i64>(1)? as u64,
                total: row.get(2)?,
            })
        })
        .optional()?)
}

/// Bytes of a snapshot from an offset on; fewer at its end.
///
/// # Errors
/// Whatever SQLite says.
pub fn piece(
    conn: &Connection,
    snapshot: u64,
    offset: u32,
    length: usize,
) -> Result<Vec<u8>, StoreError> {
    if offset == 0 && length <= WHOLE_BYTES_MAX {
        let bytes: Vec<u8> = conn
            .prepare_cached("SELECT bytes FROM snapshot WHERE id = ?1")?
            .query_row([snapshot as i64], |row| row.get(0))?;
        if bytes.len() <= length {
            return Ok(bytes);
        }
    }
    let blob = conn.blob_open(MAIN_DB, "snapshot", "bytes", snapshot as i64, true)?;
    let length = length.min(blob.len().saturating_sub(offset as usize));
    let mut bytes = vec![0; length];
    blob.read_at_exact(&mut bytes, offset as usize)?;
    Ok(bytes)
}

/// The whole snapshot with the last entry it holds.
///
/// # Errors
/// Whatever SQLite says.
pub fn load(conn: &Connection, doc: DocRow) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT upto_seq, bytes FROM snapshot WHERE doc = ?1")?
        .query_row([doc], |row| Ok((row.get::<_, i64>(0)? as u64, row.get(1)?)))
        .optional()?)
}

/// Puts a new snapshot in the old one's place, under a new id.
///
/// # Errors
/// Whatever SQLite says.
pub fn replace(
    conn: &Connection,
    doc: DocRow,
    upto_seq: u64,
    bytes: &[u8],
) -> Result<(), StoreError> {
    remove(conn, doc)?;
    conn.prepare_cached("INSERT INTO snapshot (doc, upto_seq, bytes) VALUES (?1, ?2, ?3)")?
        .execute(params![doc, upto_seq as i64, bytes])?;
    Ok(())
}

/// Removes a document's snapshot.
///
/// # Errors
/// Whatever SQLite says.
pub fn remove(conn: &Connection, doc: DocRow) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM snapshot WHERE doc = ?1")?
        .execute([doc])?;
    Ok(())
}

/// How many changes each document has beyond its snapshot; none of those that are frozen or have nothing new.
///
/// # Errors
/// Whatever SQLite says.
pub fn behind(conn: &Connection) -> Result<Vec<(DocRow, u32)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT doc.id, (SELECT count(*) FROM log WHERE log.doc = doc.id AND log.seq > coalesce(snapshot.upto_seq, 0)) AS changes
         FROM doc LEFT JOIN snapshot ON snapshot.doc = doc.id WHERE frozen = 0 AND superseded = 0 AND changes > 0",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many changes a document has after an entry.
///
/// # Errors
/// Whatever SQLite says.
pub fn changes_after(conn: &Connection, doc: DocRow, seq: u64) -> Result<u32, StoreError> {
    Ok(conn
        .prepare_cached("SELECT count(*) FROM log WHERE doc = ?1 AND seq > ?2")?
        .query_row(params![doc, seq as i64], |row| row.get(0))?)
}
