//! The derived documents that are to be written.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::projection::EACH;
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::store::StoreError;

/// A derived document that is to be written now, where everything up to a time was read.
///
/// # Errors
/// Whatever SQLite says.
pub fn first_due(conn: &Connection, upto: Timestamp) -> Result<Option<DocHead>, StoreError> {
    Ok(conn
        .prepare_cached(
            "SELECT kind, owner, key FROM derived_due WHERE due_at <= ?1 ORDER BY due_at LIMIT 1",
        )?
        .query_row([upto.0.max(0)], head)
        .optional()?)
}

/// When a derived document is to be written next.
///
/// # Errors
/// Whatever SQLite says.
pub fn next_due(conn: &Connection) -> Result<Option<Timestamp>, StoreError> {
    let next: Option<i64> = conn
        .prepare_cached("SELECT min(due_at) FROM derived_due")?
        .query_row([], |row| row.get(0))?;
    Ok(next.map(Timestamp))
}

pub(super) fn set_due(conn: &Connection, to: &DocHead) -> Result<(), StoreError> {
    if to.key == EACH {
        return set_all_due(conn, to.kind);
    }
    set_due_at(conn, to, Timestamp(0))
}

/// Has a derived document written at a time.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_due_at(conn: &Connection, to: &DocHead, at: Timestamp) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO derived_due (kind, owner, key, due_at) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        to.kind.number(),
        to.owner.as_bytes(),
        to.key,
        at.0.max(0)
    ])?;
    Ok(())
}

/// Has all derived documents of a kind written.
pub(super) fn set_all_due(conn: &Connection, kind: Kind) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO derived_due (kind, owner, key, due_at)
         SELECT DISTINCT kind, owner, key, 0 FROM given WHERE kind = ?1 AND key <> ?2",
    )?
    .execute(params![kind.number(), EACH])?;
    Ok(())
}

/// Notes that a derived document was written.
///
/// # Errors
/// Whatever SQLite says.
pub fn clear_due(conn: &Connection, to: &DocHead) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM derived_due WHERE kind = ?1 AND owner = ?2 AND key = ?3")?
        .execute(params![to.kind.number(), to.owner.as_bytes(), to.key])?;
    Ok(())
}

pub(super) fn head(row: &Row<'_>) -> rusqlite::Result<DocHead> {
    Ok(DocHead {
        kind: Kind::numbered(row.get(0)?),
        owner: MemberId::from_bytes(row.get(1)?),
        key: row.get(2)?,
        generation: 0,
    })
}
