//! Opening a file, for writing and for reading.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::{SCHEMA, Store, StorePlace, lock, migrate};
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

/// A reading connection that looks at the file alone and makes nothing beside it: a missing write-ahead log must still be
/// missed when the file is opened. For a file that nobody has open.
///
/// # Errors
/// Whatever SQLite says.
pub fn open_as_it_is(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(as_it_is(path), flags)?)
}

/// A reading connection to a file that was closed in order and has this program's schema; any other is to be opened for
/// writing, which checks it and brings it up to date.
///
/// # Errors
/// Whatever SQLite or the file system say.
pub fn open_resting(path: &Path) -> Result<Option<Connection>, StoreError> {
    if !lock::Lock::says_closed(path) {
        return Ok(None);
    }
    private::file_if_there(path)?;
    let conn = open_as_it_is(path)?;
    let schema: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((schema == SCHEMA).then_some(conn))
}

/// The file as SQLite opens it without a look at anything else.
fn as_it_is(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes().iter();
    let escaped = bytes.map(|byte| match byte {
        b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
            char::from(*byte).to_string()
        }
        other => format!("%{other:02X}"),
    });
    format!("file:{}?immutable=1", escaped.collect::<String>())
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
