//! The documents of one audience, counted and in order.

use besace_model::ids::{DocId, MemberId};
use besace_model::kind::Kind;
use rusqlite::{Connection, OptionalExtension, params};

use super::{AudienceRow, COLUMNS, DocMeta, DocRow, read};
use crate::store::StoreError;

/// How many documents an owner has after a row, and the last of their rows.
///
/// # Errors
/// Whatever SQLite says.
pub fn count_after(
    conn: &Connection,
    owner: MemberId,
    after: DocRow,
) -> Result<(u64, Option<DocRow>), StoreError> {
    Ok(conn
        .prepare_cached("SELECT count(*), max(id) FROM doc WHERE owner = ?1 AND id > ?2")?
        .query_row(params![owner.as_bytes(), after], |row| {
            Ok((row.get::<_, i64>(0)? as u64, row.get(1)?))
        })?)
}

/// Documents of an audience and kind made in a span of the log.
///
/// # Errors
/// Whatever SQLite says.
pub fn count_between(
    conn: &Connection,
    audience: AudienceRow,
    kind: Kind,
    upto: u64,
) -> Result<u32, StoreError> {
    Ok(conn
        .prepare_cached(
            "SELECT count(*) FROM doc WHERE audience = ?1 AND kind = ?2 AND superseded = 0
             AND (first_seq <= ?3 OR generation > 0)",
        )?
        .query_row(params![audience, kind.number(), upto as i64], |row| {
            row.get(0)
        })?)
}

/// The next document of an audience and kind from a row on (`first` included), made no later than `upto`. One that was
/// rebuilt later counts for what it took the place of.
///
/// # Errors
/// Whatever SQLite says.
pub fn next_of(
    conn: &Connection,
    audience: AudienceRow,
    kind: Kind,
    first: DocRow,
    upto: u64,
) -> Result<Option<DocMeta>, StoreError> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE audience = ?1 AND kind = ?2 AND id >= ?3 AND superseded = 0
             AND (first_seq <= ?4 OR generation > 0) ORDER BY id LIMIT 1"
        ))?
        .query_row(params![audience, kind.number(), first, upto as i64], read)
        .optional()?)
}

/// Names of an audience's documents after a row, with their rows.
///
/// # Errors
/// Whatever SQLite says.
pub fn names_of(
    conn: &Connection,
    audience: AudienceRow,
    after: DocRow,
    upto: u64,
    limit: usize,
) -> Result<Vec<(DocRow, DocId)>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT id, doc FROM doc INDEXED BY doc_audience
         WHERE audience = ?1 AND id > ?2 AND first_seq <= ?3 ORDER BY id LIMIT ?4",
    )?;
    let rows = statement.query_map(params![audience, after, upto as i64, limit as i64], |row| {
        Ok((row.get(0)?, DocId(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
