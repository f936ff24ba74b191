//! What was taken from people, and given back, as one numbered list: rights that a restored backup must not give back.
//! Each entry is one line of words, the same in the database and in the journal beside the keys.

mod entry;

use besace_model::time::Timestamp;
use rusqlite::{Connection, params};

pub use entry::Entry;

use super::StoreError;

/// An entry with its place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number; each is greater than the one before.
    pub number: u64,
    /// The relay's clock.
    pub at: Timestamp,
    /// What was taken or given.
    pub entry: Entry,
}

/// The number of the last record; 0 when there is none.
///
/// # Errors
/// Whatever SQLite says.
pub fn last(conn: &Connection) -> Result<u64, StoreError> {
    let last: i64 = conn.query_row(
        "SELECT coalesce(max(number), 0) FROM revocation",
        [],
        |row| row.get(0),
    )?;
    Ok(last as u64)
}

/// Adds entries to the list.
///
/// # Errors
/// Whatever SQLite says.
pub fn note(conn: &Connection, now: Timestamp, entries: &[Entry]) -> Result<(), StoreError> {
    if entries.is_empty() {
        return Ok(());
    }
    let first = last(conn)? + 1;
    for (number, entry) in (first..).zip(entries) {
        let entry = entry.clone();
        insert(
            conn,
            &Record {
                number,
                at: now,
                entry,
            },
        )?;
    }
    Ok(())
}

/// Adds a record that has its number.
///
/// # Errors
/// Whatever SQLite says; a number twice is an error.
pub fn insert(conn: &Connection, record: &Record) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO revocation (number, at, entry) VALUES (?1, ?2, ?3)")?
        .execute(params![
            record.number as i64,
            record.at.0,
            record.entry.words()
        ])?;
    Ok(())
}

/// The records after a number, in order.
///
/// # Errors
/// [`StoreError::Damaged`] when one cannot be read; whatever SQLite says.
pub fn after(conn: &Connection, number: u64) -> Result<Vec<Record>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT number, at, entry FROM revocation WHERE number > ?1 ORDER BY number",
    )?;
    let rows = statement.query_map([number as i64], |row| {
        Ok((
            row.get::<_, i64>(0)? as u64,
            Timestamp(row.get(1)?),
            row.get::<_, String>(2)?,
        ))
    })?;
    rows.map(|row| {
        let (number, at, words) = row?;
        let entry = Entry::parse(&words).ok_or(StoreError::Damaged("revocation"))?;
        Ok(Record { number, at, entry })
    })
    .collect()
}
