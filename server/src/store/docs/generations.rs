//! Documents that took the place of others.

use besace_model::head::DocHead;
use besace_model::ids::CoopId;
use besace_model::kind::Kind;
use rusqlite::{Connection, OptionalExtension, params};

use super::{AudienceRow, COLUMNS, DocMeta, DocRow, find, read};
use crate::store::StoreError;

/// The last generation of a document.
///
/// # Errors
/// Whatever SQLite says.
pub fn last(
    conn: &Connection,
    coop: CoopId,
    head: &DocHead,
) -> Result<Option<DocMeta>, StoreError> {
    let rebuilt = conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} WHERE kind = ?1 AND owner = ?2 AND key = ?3 AND generation > 0
             ORDER BY generation DESC LIMIT 1"
        ))?
        .query_row(
            params![head.kind.number(), head.owner.as_bytes(), head.key],
            read,
        )
        .optional()?;
    match rebuilt {
        Some(doc) => Ok(Some(doc)),
        None => find(conn, head.id(coop)),
    }
}

/// Notes that a document took the place of another, and the last entry of what it began with.
///
/// # Errors
/// Whatever SQLite says.
pub fn supersede(
    conn: &Connection,
    old: DocRow,
    new: DocRow,
    base_seq: u64,
) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE doc SET superseded = 1 WHERE id = ?1")?
        .execute([old])?;
    conn.prepare_cached("UPDATE doc SET base_seq = ?2 WHERE id = ?1")?
        .execute(params![new, base_seq as i64])?;
    Ok(())
}

/// Superseded documents whose entries are in the log, with their kind.
///
/// # Errors
/// Whatever SQLite says.
pub fn superseded(conn: &Connection) -> Result<Vec<(DocRow, Kind)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT id, kind FROM doc WHERE superseded = 1 AND EXISTS (SELECT 1 FROM log WHERE log.doc = doc.id)",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, Kind::numbered(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The next document of an audience and kind from a row on (`first` included) that was rebuilt after an entry.
///
/// # Errors
/// Whatever SQLite says.
pub fn next_rebuilt(
    conn: &Connection,
    audience: AudienceRow,
    kind: Kind,
    first: DocRow,
    after: u64,
) -> Result<Option<DocMeta>, StoreError> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} INDEXED BY doc_rebuilt WHERE audience = ?1 AND kind = ?2 AND first_seq > ?4
             AND generation > 0 AND id >= ?3 AND superseded = 0 ORDER BY id LIMIT 1"
        ))?
        .query_row(params![audience, kind.number(), first, after as i64], read)
        .optional()?)
}

/// How many [`next_rebuilt`] finds.
///
/// # Errors
/// Whatever SQLite says.
pub fn count_rebuilt(
    conn: &Connection,
    audience: AudienceRow,
    kind: Kind,
    after: u64,
) -> Result<u32, StoreError> {
    Ok(conn
        .prepare_cached(
            "SELECT count(*) FROM doc INDEXED BY doc_rebuilt WHERE audience = ?1 AND kind = ?2
             AND first_seq > ?3 AND generation > 0 AND superseded = 0",
        )?
        .query_row(params![audience, kind.number(), after as i64], |row| {
            row.get(0)
        })?)
}
