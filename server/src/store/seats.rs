//! Standing answers to events, in the order they came in, those that do not count yet, and the events whose seats are to
//! be decided. Who has a seat stands in the roster document alone, who waits in the waiting list.

mod due;
mod terms;
mod waiting;

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub use due::{clear_due, first_due, next_due, set_due};
pub use terms::{set_terms, terms};
pub use waiting::{all_waiting, forget_waiting, wait, waiting};

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

/// A standing and an instant that goes with it.
pub type At = (Standing, Timestamp);
const COLUMNS: &str = "member, status, for_sequence, asked_seq";

fn read(row: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        member: MemberId::from_bytes(row.get(0)?),
        status: AnswerStatus::parse(&row.get::<_, String>(1)?).unwrap_or(AnswerStatus::NeedsAction),
        for_sequence: row.get(2)?,
        asked_seq: row.get::<_, i64>(3)? as u64,
    })
}

fn read_at(row: &Row<'_>) -> rusqlite::Result<At> {
    Ok((read(row)?, Timestamp(row.get(4)?)))
}

/// Those who answered an event, in the order the relay received it.
///
/// # Errors
/// Whatever SQLite says.
pub fn of_event(conn: &Connection, event: Ulid) -> Result<Vec<Standing>, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM answer WHERE event = ?1 ORDER BY asked_seq, member"
    ))?;
    let rows = statement.query_map([event.0], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The events a member answered. Goes through everybody's answers.
///
/// # Errors
/// Whatever SQLite says.
pub fn of_member(conn: &Connection, member: MemberId) -> Result<Vec<(Ulid, Standing)>, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS}, event FROM answer WHERE member = ?1 ORDER BY event"
    ))?;
    let rows = statement.query_map([member.as_bytes()], |row| {
        Ok((Ulid(row.get(4)?), read(row)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What counts of a member at an event, and when their quick changes of mind are whole again.
///
/// # Errors
/// Whatever SQLite says.
pub fn counted(conn: &Connection, event: Ulid, member: MemberId) -> Result<Option<At>, StoreError> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, whole_at FROM answer WHERE event = ?1 AND member = ?2"
        ))?
        .query_row(params![event.0, member.as_bytes()], read_at)
        .optional()?)
}

/// Writes what counts.
///
/// # Errors
/// Whatever SQLite says.
pub fn count(
    conn: &Connection,
    event: Ulid,
    standing: &Standing,
    whole_at: Timestamp,
) -> Result<(), StoreError> {
    put(
        conn,
        "INSERT OR REPLACE INTO answer (event, member, status, for_sequence, asked_seq, whole_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        event,
        (standing, whole_at),
    )
}

/// Writes a standing and the instant that goes with it.
fn put(
    conn: &Connection,
    sql: &str,
    event: Ulid,
    (standing, at): (&Standing, Timestamp),
) -> Result<(), StoreError> {
    conn.prepare_cached(sql)?.execute(params![
        event.0,
        standing.member.as_bytes(),
        standing.status.as_str(),
        standing.for_sequence,
        standing.asked_seq as i64,
        at.0,
    ])?;
    Ok(())
}
