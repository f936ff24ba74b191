//! How far the log goes, and the marks of its entries.

use besace_model::ids::CommitHash;
use rusqlite::{Connection, OptionalExtension};

use crate::store::StoreError;
use crate::store::docs::AudienceRow;

/// The last place written, 0 in an empty log.
///
/// # Errors
/// Whatever SQLite says.
pub fn head(conn: &Connection) -> Result<u64, StoreError> {
    let head: Option<i64> = conn
        .prepare_cached("SELECT max(seq) FROM log")?
        .query_row([], |row| row.get(0))?;
    Ok(head.unwrap_or(0) as u64)
}

/// The last place of each audience.
///
/// # Errors
/// Whatever SQLite says.
pub fn heads(conn: &Connection) -> Result<Vec<(AudienceRow, u64)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT id, (SELECT max(seq) FROM log WHERE audience = a.id AND doc IS NOT NULL) FROM audience a",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get(0)?,
            row.get::<_, Option<i64>>(1)?.unwrap_or(0) as u64,
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a cursor at a place remembers of it: the mark of the entry's hash.
///
/// # Errors
/// Whatever SQLite says.
pub fn mark(conn: &Connection, seq: u64) -> Result<Option<u32>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT hash FROM log WHERE seq = ?1")?
        .query_row([seq as i64], |row| row.get(0).map(CommitHash))
        .optional()?
        .map(|hash| hash.mark()))
}

/// The marks of the last entries, oldest first.
///
/// # Errors
/// Whatever SQLite says.
pub fn marks_after(conn: &Connection, after: u64) -> Result<Vec<u32>, StoreError> {
    let mut statement = conn.prepare("SELECT hash FROM log WHERE seq > ?1 ORDER BY seq")?;
    let rows = statement.query_map([after as i64], |row| {
        row.get(0).map(|hash| CommitHash(hash).mark())
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
