//! How far documents were tried, and those that are frozen.

use rusqlite::{Connection, params};

use super::DocRow;
use crate::store::StoreError;

/// Lets nothing more into a document.
///
/// # Errors
/// Whatever SQLite says.
pub fn freeze(conn: &Connection, row: DocRow) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE doc SET frozen = 1 WHERE id = ?1")?
        .execute([row])?;
    Ok(())
}

/// How many operations a document had when it was tried last.
///
/// # Errors
/// Whatever SQLite says.
pub fn tried_ops(conn: &Connection, row: DocRow) -> Result<usize, StoreError> {
    let ops: i64 = conn
        .prepare_cached("SELECT tried_ops FROM doc WHERE id = ?1")?
        .query_row([row], |row| row.get(0))?;
    Ok(usize::try_from(ops).unwrap_or(0))
}

/// Notes how far a document was tried, and the operations it has then.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_tried(conn: &Connection, row: DocRow, upto: u64, ops: usize) -> Result<(), StoreError> {
    conn.prepare_cached(
        "UPDATE doc SET tried_seq = ?2, tried_ops = ?3 WHERE id = ?1 AND tried_seq <= ?2",
    )?
    .execute(params![row, upto as i64, ops as i64])?;
    Ok(())
}

/// Documents that are not frozen and have entries that were not tried: the first place where one may stand, and the
/// last.
///
/// # Errors
/// Whatever SQLite says.
pub fn untried(conn: &Connection) -> Result<Vec<(DocRow, u64, u64)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT id, tried + 1, last FROM (
             SELECT doc.id, max(tried_seq, coalesce(snapshot.upto_seq, 0)) AS tried,
                 (SELECT max(seq) FROM log WHERE log.doc = doc.id) AS last
             FROM doc LEFT JOIN snapshot ON snapshot.doc = doc.id WHERE frozen = 0 AND superseded = 0
         ) WHERE last > tried",
    )?;
    let rows = statement.query_map([], |row| {
        let (first, last): (i64, i64) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, first as u64, last as u64))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Frozen documents, each with the last entry of its snapshot, 0 without one.
///
/// # Errors
/// Whatever SQLite says.
pub fn frozen(conn: &Connection) -> Result<Vec<(DocRow, u64)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT doc.id, coalesce(snapshot.upto_seq, 0)
         FROM doc LEFT JOIN snapshot ON snapshot.doc = doc.id WHERE frozen = 1",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
