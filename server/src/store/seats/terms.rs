//! What an event says of its seats.

use besace_model::ids::Ulid;
use besace_model::kinds::event::SeatTerms;
use besace_model::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use crate::store::StoreError;

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
