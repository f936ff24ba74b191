//! One SQLite file per cooperative: what was accepted, who may read it, and who is who.
//!
//! One connection writes, any number read (WAL). Blocking and synchronous: callers bring time and random bytes. The
//! store holds no rule of the domain; it must not know Automerge.

pub mod derived;
pub mod docs;
pub mod grants;
pub mod invitations;
pub mod lives;
mod lock;
pub mod log;
mod migrate;
pub mod people;
pub mod person;
pub mod revocations;
pub mod seats;
pub mod snapshots;
pub mod spent;
pub mod verdicts;

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::time::Duration;

use besace_model::ids::{CoopId, DeviceId};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

pub use lock::LastClose;
pub use migrate::SCHEMA;

use crate::private;

/// How long a connection waits for another one's lock; only checkpoints and schema changes ever take it that long.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Prepared statements kept per connection: more than there are in the sources.
const STATEMENTS_KEPT: usize = 96;

/// The file cannot be used, or refused something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite said no.
    #[error("the database failed")]
    Sqlite(#[from] rusqlite::Error),
    /// The file system said no.
    #[error("the file system failed")]
    Io(#[from] std::io::Error),
    /// Written by a newer program.
    #[error("the file has schema {found}, this program knows up to {known}")]
    TooNew {
        /// The file's version.
        found: u32,
        /// The newest this program knows.
        known: u32,
    },
    /// Another process has it open.
    #[error("another process has this cooperative open")]
    InUse,
    /// There is no cooperative in the file.
    #[error("the file holds no cooperative")]
    Empty,
    /// A stored value cannot be what this program wrote.
    #[error("a stored value is damaged: {0}")]
    Damaged(&'static str),
}

impl StoreError {
    /// Whether the disk is full: nothing was stored and nothing is broken, so reading goes on and writing may later.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        matches!(self, Self::Sqlite(rusqlite::Error::SqliteFailure(cause, _)) if cause.code == rusqlite::ErrorCode::DiskFull)
    }

    /// Whether the file itself may be damaged.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        match self {
            Self::Damaged(_) => true,
            Self::Sqlite(rusqlite::Error::SqliteFailure(cause, _)) => {
                matches!(cause.code, DatabaseCorrupt | NotADatabase)
            }
            _ => false,
        }
    }
}

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
    /// Opens a file or makes it, takes its lock and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another process has it, [`StoreError::TooNew`] when a newer program wrote it, and
    /// whatever SQLite or the file system say.
    pub fn open(place: StorePlace) -> Result<Self, StoreError> {
        let (mut conn, mut lock) = match &place {
            StorePlace::File(path) => {
                let lock = lock::Lock::take(path)?;
                private::file(path)?;
                for beside in ["-wal", "-shm"] {
                    private::file_if_there(&lock::beside(path, beside))?;
                }
                (Connection::open(path)?, Some(lock))
            }
            StorePlace::Memory => (Connection::open_in_memory()?, None),
        };
        prepare(&conn)?;
        conn.pragma_update(None, "journal_mode", "WAL")?;
        conn.pragma_update(None, "wal_autocheckpoint", 0)?;
        migrate::upgrade(&mut conn)?;
        if let Some(lock) = &mut lock {
            lock.note_open()?;
        }
        Ok(Self { conn, place, lock })
    }

    /// How the file was last closed: a write-ahead log that vanished after a crash means lost history.
    #[must_use]
    pub fn last_close(&self) -> LastClose {
        self.lock
            .as_ref()
            .map_or(LastClose::Clean, lock::Lock::last_close)
    }

    /// Another connection that only reads, or `None` in memory, where the writer's own serves.
    ///
    /// # Errors
    /// Whatever SQLite says.
    pub fn reader(&self) -> Result<Option<Connection>, StoreError> {
        match &self.place {
            StorePlace::Memory => Ok(None),
            StorePlace::File(path) => open_reader(path).map(Some),
        }
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
        Ok(self
            .conn
            .query_row(
                "SELECT coop, name, epoch, relay_seed, relay_device FROM coop",
                [],
                |row| {
                    Ok(CoopRow {
                        coop: CoopId::from_bytes(row.get(0)?),
                        name: row.get(1)?,
                        epoch: row.get::<_, i64>(2)? as u64,
                        relay_seed: row.get(3)?,
                        relay_device: DeviceId::from_bytes(row.get(4)?),
                    })
                },
            )
            .optional()?)
    }

    /// Closes in order: the log is moved into the main file and the lock says so.
    ///
    /// # Errors
    /// Whatever SQLite or the file system say.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.checkpoint()?;
        self.conn.close().map_err(|(_, error)| error)?;
        if let Some(lock) = self.lock.take() {
            lock.release()?;
        }
        Ok(())
    }
}

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
    conn: &'a Connection,
    is_over: bool,
}

impl<'a> Transaction<'a> {
    fn start(conn: &'a Connection, how: &'static str) -> Result<Self, StoreError> {
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

/// A reading connection to a cooperative's file.
///
/// # Errors
/// Whatever SQLite says.
pub fn open_reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    prepare(&conn)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

fn prepare(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(BUSY_TIMEOUT)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    // Else every statement is planned anew for each value it is given.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "secure_delete", true)?;
    Ok(())
}

#[cfg(test)]
mod tests;
