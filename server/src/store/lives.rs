//! The lives of the relay on a file, by what a cursor remembers of them.

use rusqlite::{Connection, params};

use super::StoreError;

/// A life: everything that was written after an entry, until the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    /// The last entry before it.
    pub after: u64,
    /// A random number: another one for each.
    pub name: u32,
}

/// Every life, in order.
///
/// # Errors
/// Whatever SQLite says.
pub fn all(conn: &Connection) -> Result<Vec<Life>, StoreError> {
    let mut statement = conn.prepare("SELECT after, name FROM life ORDER BY after")?;
    let rows = statement.query_map([], |row| {
        Ok(Life {
            after: row.get::<_, i64>(0)? as u64,
            name: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Begins a life, in the place of one that wrote nothing.
///
/// # Errors
/// Whatever SQLite says.
pub fn begin(conn: &Connection, life: Life) -> Result<(), StoreError> {
    conn.execute(
        "INSERT OR REPLACE INTO life (after, name) VALUES (?1, ?2)",
        params![life.after as i64, life.name],
    )?;
    Ok(())
}
