//! Standing answers to events, in the order they came in, those that do not count yet, and the events whose seats are to
//! be decided. Who has a seat stands in the roster document alone, who waits in the waiting list.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::event::SeatTerms;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

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

/// What the changes of an event say of its seats: `None` when nothing was noted of it, `Some(None)` while nobody created
/// it.
///
/// # Errors
/// Whatever SQLite says.
pub fn terms(conn: &Connection, event: Ulid) -> Result<Option<Option<SeatTerms>>, StoreError> {
    Ok(conn
        .prepare_cached(
            "SELECT is_created, capacity, sequence, signup_open, ends_at FROM event_terms WHERE event = ?1",
        )?
        .query_row([event.0], |row| {
            let terms = SeatTerms {
                capacity: row.get(1)?,
                sequence: row.get(2)?,
                signup_open: row.get(3)?,
                ends_at: row.get::<_, Option<i64>>(4)?.map(Timestamp),
            };
            Ok(row.get::<_, bool>(0)?.then_some(terms))
        })
        .optional()?)
}

/// Notes what an event says of its seats.
///
/// # Errors
/// Whatever SQLite says.
pub fn set_terms(
    conn: &Connection,
    event: Ulid,
    terms: Option<SeatTerms>,
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO event_terms (event, is_created, capacity, sequence, signup_open, ends_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        event.0,
        terms.is_some(),
        terms.map_or(0, |terms| terms.capacity),
        terms.map_or(0, |terms| terms.sequence),
        terms.is_some_and(|terms| terms.signup_open),
        terms.and_then(|terms| terms.ends_at).map(|at| at.0),
    ])?;
    Ok(())
}
