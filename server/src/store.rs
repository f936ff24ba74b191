//! One SQLite file per cooperative: what was accepted, who may read it, and who is who.
//!
//! One connection writes, any number read (WAL). Blocking and synchronous: callers bring time and random bytes. The
//! store holds no rule of the domain; it must not know Automerge.

pub mod calls;
pub mod channels;
pub mod covers;
pub mod derived;
pub mod docs;
mod error;
pub mod files;
pub mod grants;
pub mod invitations;
pub mod lives;
mod lock;
pub mod log;
mod migrate;
mod open;
pub mod people;
pub mod person;
pub mod revocations;
pub mod seats;
pub mod segments;
pub mod snapshots;
mod space;
pub mod spent;
mod transaction;
pub mod verdicts;

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use besace_model::ids::{CoopId, DeviceId};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::limits::WAL_KEPT_BYTES;

pub use error::StoreError;
pub use lock::LastClose;
#[cfg(test)]
pub(crate) use migrate::migrate_to;
pub use migrate::{SCHEMA, take_back};
pub use open::{open_as_it_is, open_reader, open_resting};
pub use space::Space;
pub use transaction::{Transaction, at_one_moment};

/// Where a cooperative's file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorePlace {
    /// On disk.
    File(PathBuf),
    /// In memory, for simulations; gone with the store.
    Memory,
}

/// The cooperative's own row.
#[derive(Debug, Clone)]
pub struct CoopRow {
    /// Its id.
    pub coop: CoopId,
    /// Its name.
    pub name: String,
    /// Names this history; another one after a restore.
    pub epoch: u64,
    /// The seed of the relay's signing key.
    pub relay_seed: [u8; 32],
    /// The relay's device.
    pub relay_device: DeviceId,
}

/// The writing connection, with the lock that makes it the only one.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    place: StorePlace,
    lock: Option<lock::Lock>,
}

impl Store {
    /// How the file was last closed: a write-ahead log that vanished after a crash means lost history.
    #[must_use]
    pub fn last_close(&self) -> LastClose {
        self.lock
            .as_ref()
            .map_or(LastClose::Clean, lock::Lock::last_close)
    }

    /// The writing connection, for reads.
    #[must_use]
    pub fn conn(&self) -> &Connection {
        &self.conn
    }

    /// The writing connection, for counting what it does.
    #[cfg(test)]
    pub(crate) fn conn_mut(&mut self) -> &mut Connection {
        &mut self.conn
    }

    /// Begins the one writing transaction.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn begin(&mut self) -> Result<Transaction<'_>, StoreError> {
        Transaction::start(&self.conn, "BEGIN IMMEDIATE")
    }

    /// Moves the write-ahead log into the main file.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        self.conn
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Gives the disk what a long write-ahead log took, once all of it is in the main file. Nobody is waited for: where
    /// somebody reads, it stays as it is until the next time.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn cut_back(&self) -> Result<(), StoreError> {
        let StorePlace::File(path) = &self.place else {
            return Ok(());
        };
        let log = fs::metadata(lock::beside(path, "-wal")).map_or(0, |log| log.len());
        if log <= WAL_KEPT_BYTES {
            return Ok(());
        }
        self.conn.busy_timeout(Duration::ZERO)?;
        let cut = self
            .conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        self.conn.busy_timeout(open::BUSY_TIMEOUT)?;
        Ok(cut?)
    }

    /// Checks every page and row. Slow on a big file.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when SQLite finds anything wrong.
    pub fn quick_check(&self) -> Result<(), StoreError> {
        let word: String = self
            .conn
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if word == "ok" {
            Ok(())
        } else {
            Err(StoreError::Damaged("pages of the file"))
        }
    }

    /// The cooperative's row, if the file has one.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn coop(&self) -> Result<Option<CoopRow>, StoreError> {
        coop_row(&self.conn)
    }

    /// Closes in order: the log is moved into the main file and the lock says so.
    ///
    /// # Errors
    /// Whatever SQLite or the file system say.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.checkpoint()?;
        self.cut_back()?;
        self.conn.close().map_err(|(_, error)| error)?;
        if let Some(lock) = self.lock.take() {
            lock.release()?;
        }
        Ok(())
    }
}

/// The cooperative's row, if the file has one.
///
/// # Errors
/// Whatever SQLite says.
pub fn coop_row(conn: &Connection) -> Result<Option<CoopRow>, StoreError> {
    let read = |row: &Row<'_>| {
        Ok(CoopRow {
            coop: CoopId::from_bytes(row.get(0)?),
            name: row.get(1)?,
            epoch: row.get::<_, i64>(2)? as u64,
            relay_seed: row.get(3)?,
            relay_device: DeviceId::from_bytes(row.get(4)?),
        })
    };
    let sql = "SELECT coop, name, epoch, relay_seed, relay_device FROM coop";
    Ok(conn.query_row(sql, [], read).optional()?)
}

#[cfg(test)]
mod tests;
