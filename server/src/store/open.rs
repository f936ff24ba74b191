//! Opening a file, for writing and for reading.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::{Store, StorePlace, lock, migrate};
use crate::private;

/// How long a connection waits for another one's lock; only checkpoints and schema changes ever take it that long.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Prepared statements kept per connection: more than there are in the sources.
const STATEMENTS_KEPT: usize = 96;

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
        let gives_back: u32 = conn.pragma_query_value(None, "auto_vacuum", |row| row.get(0))?;
        if gives_back == 0 {
            // Takes effect in a new file, which has nothing in it yet; in one from before, once it is written anew.
            conn.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
        }
        conn.pragma_update(None, "journal_mode", "WAL")?;
        conn.pragma_update(None, "wal_autocheckpoint", 0)?;
        migrate::upgrade(&mut conn)?;
        if let Some(lock) = &mut lock {
            lock.note_open()?;
        }
        Ok(Self { conn, place, lock })
    }

    /// The file, for other connections that only read; `None` in memory, where the writer's own serves.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.place {
            StorePlace::Memory => None,
            StorePlace::File(path) => Some(path),
        }
    }
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
