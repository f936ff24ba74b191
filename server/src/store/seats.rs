//! Standing answers to events, in the order they came in. Who has a seat stands in the roster document alone.

use besace_model::ids::{MemberId, Ulid};
use besace_model::record::AnswerStatus;
use rusqlite::{Connection, Row, params};

use super::StoreError;

/// One member's standing at one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The member.
    pub member: MemberId,
    /// What they answered.
    pub status: AnswerStatus,
    /// The event's sequence they answered.
    pub for_sequence: i64,
    /// The log entry that brought the answer: the order of the waiting list.
    pub asked_seq: u64,
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Ulid, Standing)> {
    let standing = Standing {
        member: MemberId::from_bytes(row.get(1)?),
        status: AnswerStatus::parse(&row.get::<_, String>(2)?).unwrap_or(AnswerStatus::NeedsAction),
        for_sequence: row.get(3)?,
        asked_seq: row.get::<_, i64>(4)? as u64,
    };
    Ok((Ulid(row.get(0)?), standing))
}

/// Those who answered an event, in the order the relay received it.
///
/// # Errors
/// Whatever SQLite says.
pub fn of_event(conn: &Connection, event: Ulid) -> Result<Vec<Standing>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT event, member, status, for_sequence, asked_seq FROM answer WHERE event = ?1 ORDER BY asked_seq, member",
    )?;
    let rows = statement.query_map([event.0], |row| Ok(read(row)?.1))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The events a member answered.
///
/// # Errors
/// Whatever SQLite says.
pub fn of_member(conn: &Connection, member: MemberId) -> Result<Vec<(Ulid, Standing)>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT event, member, status, for_sequence, asked_seq FROM answer WHERE member = ?1 ORDER BY event",
    )?;
    let rows = statement.query_map([member.as_bytes()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a standing.
///
/// # Errors
/// Whatever SQLite says.
pub fn put(conn: &Connection, event: Ulid, standing: &Standing) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO answer (event, member, status, for_sequence, asked_seq) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        event.0,
        standing.member.as_bytes(),
        standing.status.as_str(),
        standing.for_sequence,
        standing.asked_seq as i64,
    ])?;
    Ok(())
}

/// Forgets a standing.
///
/// # Errors
/// Whatever SQLite says.
pub fn remove(conn: &Connection, event: Ulid, member: MemberId) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM answer WHERE event = ?1 AND member = ?2")?
        .execute(params![event.0, member.as_bytes()])?;
    Ok(())
}
