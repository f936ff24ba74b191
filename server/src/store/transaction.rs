//! Transactions: what is not committed is rolled back.

use std::ops::Deref;

use rusqlite::Connection;

use super::error::StoreError;

/// Everything read through it until it is dropped is of one moment, whatever the writer does meanwhile.
///
/// # Errors
/// Whatever SQLite says.
pub fn at_one_moment(conn: &Connection) -> Result<Transaction<'_>, StoreError> {
    Transaction::start(conn, "BEGIN")
}

/// A transaction; dropped before [`Transaction::commit`], nothing of it was ever there.
#[derive(Debug)]
pub struct Transaction<'a> {
    pub(super) conn: &'a Connection,
    is_over: bool,
}

impl<'a> Transaction<'a> {
    pub(super) fn start(conn: &'a Connection, how: &'static str) -> Result<Self, StoreError> {
        run(conn, how)?;
        Ok(Self {
            conn,
            is_over: false,
        })
    }

    /// Makes it durable.
    ///
    /// # Errors
    /// Whatever SQLite says; nothing of it is there then.
    pub fn commit(mut self) -> Result<(), StoreError> {
        run(self.conn, "COMMIT")?;
        self.is_over = true;
        Ok(())
    }
}

impl Deref for Transaction<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.conn
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        // Some failures end the transaction by themselves; what fails here fails again at the next one, and is told.
        if !self.is_over && !self.conn.is_autocommit() {
            let _ = run(self.conn, "ROLLBACK");
        }
    }
}

/// Runs a statement without parameters or rows, read only once.
fn run(conn: &Connection, sql: &'static str) -> Result<(), StoreError> {
    conn.prepare_cached(sql)?.execute(())?;
    Ok(())
}
