//! Answers that do not count yet.

use besace_model::ids::{MemberId, Ulid};
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::due::set_due;
use super::{At, COLUMNS, Standing, put, read, read_at};
use crate::store::StoreError;

/// A member's word that does not count yet.
///
/// # Errors
/// Whatever SQLite says.
pub fn waiting(
    conn: &Connection,
    event: Ulid,
    member: MemberId,
) -> Result<Option<Standing>, StoreError> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM answer_waiting WHERE event = ?1 AND member = ?2"
        ))?
        .query_row(params![event.0, member.as_bytes()], read)
        .optional()?)
}

/// Lets a word wait until its time, in the place of the one before, and its event with it.
///
/// # Errors
/// Whatever SQLite says.
pub fn wait(
    conn: &Connection,
    event: Ulid,
    standing: &Standing,
    due_at: Timestamp,
) -> Result<(), StoreError> {
    put(
        conn,
        "INSERT OR REPLACE INTO answer_waiting (event, member, status, for_sequence, asked_seq, due_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        event,
        (standing, due_at),
    )?;
    set_due(conn, event, due_at)
}

/// Forgets a word that waits.
///
/// # Errors
/// Whatever SQLite says.
pub fn forget_waiting(conn: &Connection, event: Ulid, member: MemberId) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM answer_waiting WHERE event = ?1 AND member = ?2")?
        .execute(params![event.0, member.as_bytes()])?;
    Ok(())
}

/// Words that wait at an event, in the order the relay received them, with their times.
///
/// # Errors
/// Whatever SQLite says.
pub fn all_waiting(conn: &Connection, event: Ulid) -> Result<Vec<At>, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS}, due_at FROM answer_waiting WHERE event = ?1 ORDER BY asked_seq, member"
    ))?;
    let rows = statement.query_map([event.0], read_at)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
