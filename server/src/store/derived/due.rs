//! The derived documents that are to be written.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::store::StoreError;

/// A derived document that is to be written, if there is one.
///
/// # Errors
/// Whatever SQLite says.
pub fn first_due(conn: &Connection) -> Result<Option<DocHead>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT kind, owner, key FROM derived_due LIMIT 1")?
        .query_row([], head)
        .optional()?)
}

pub(super) fn set_due(conn: &Connection, to: &DocHead) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO derived_due (kind, owner, key) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![to.kind.number(), to.owner.as_bytes(), to.key])?;
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
