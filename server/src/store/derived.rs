//! What the relay derives: how far it has come, what documents gave, and what is to be written of it.

mod due;
mod parts;

use besace_model::kind::Kind;
use rusqlite::{Connection, OptionalExtension, params};

pub use due::{clear_due, first_due, next_due, set_due_at};
pub use parts::{give, parts_of, take_back};

use super::StoreError;
use super::docs::DocRow;

/// The entry of the log up to which every document was read.
///
/// # Errors
/// Whatever SQLite says.
pub fn upto(conn: &Connection) -> Result<u64, StoreError> {
    let upto: i64 = conn.query_row("SELECT derived_upto FROM coop", [], |row| row.get(0))?;
    Ok(upto as u64)
}

/// Notes that.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_upto(conn: &Connection, upto: u64) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE coop SET derived_upto = ?1")?
        .execute([upto as i64])?;
    Ok(())
}

/// The version that a kind was derived by throughout, if it ever was.
///
/// # Errors
/// Whatever SQLite says.
pub fn version(conn: &Connection, kind: Kind) -> Result<Option<u64>, StoreError> {
    let version: Option<i64> = conn
        .prepare_cached("SELECT version FROM projection WHERE kind = ?1")?
        .query_row([kind.number()], |row| row.get(0))
        .optional()?;
    Ok(version.map(|version| version as u64))
}

/// Notes the version that a kind is derived by, and that all its documents are to be written again.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_version(conn: &Connection, kind: Kind, version: u64) -> Result<(), StoreError> {
    conn.execute(
        "INSERT OR REPLACE INTO projection (kind, version) VALUES (?1, ?2)",
        params![kind.number(), version as i64],
    )?;
    due::set_all_due(conn, kind)
}

/// The documents of a kind that have entries of the log after one.
///
/// # Errors
/// Whatever SQLite says.
pub fn changed_after(conn: &Connection, kind: Kind, seq: u64) -> Result<Vec<DocRow>, StoreError> {
    let sql = if seq == 0 {
        "SELECT id FROM doc WHERE kind = ?1 AND superseded = 0 AND ?2 = 0"
    } else {
        "SELECT DISTINCT doc.id FROM log JOIN doc ON doc.id = log.doc WHERE doc.kind = ?1 AND log.seq > ?2"
    };
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params![kind.number(), seq as i64], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
