//! The events whose seats are to be decided.

use besace_model::ids::Ulid;
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use crate::store::StoreError;

/// Has the seats of an event decided at a time, or sooner if that was said before.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_due(conn: &Connection, event: Ulid, at: Timestamp) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO seats_due (event, due_at) VALUES (?1, ?2)
         ON CONFLICT (event) DO UPDATE SET due_at = min(due_at, excluded.due_at)",
    )?
    .execute(params![event.0, at.0])?;
    Ok(())
}

/// Forgets that the seats of an event are to be decided.
///
/// # Errors
/// Whatever SQLite says.
pub fn clear_due(conn: &Connection, event: Ulid) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM seats_due WHERE event = ?1")?
        .execute([event.0])?;
    Ok(())
}

/// When seats are to be decided next.
///
/// # Errors
/// Whatever SQLite says.
pub fn next_due(conn: &Connection) -> Result<Option<Timestamp>, StoreError> {
    let next: Option<i64> = conn
        .prepare_cached("SELECT min(due_at) FROM seats_due")?
        .query_row([], |row| row.get(0))?;
    Ok(next.map(Timestamp))
}

/// The event whose seats are to be decided first.
///
/// # Errors
/// Whatever SQLite says.
pub fn first_due(conn: &Connection) -> Result<Option<(Ulid, Timestamp)>, StoreError> {
    Ok(conn
        .prepare_cached("SELECT event, due_at FROM seats_due ORDER BY due_at, event LIMIT 1")?
        .query_row([], |row| Ok((Ulid(row.get(0)?), Timestamp(row.get(1)?))))
        .optional()?)
}
