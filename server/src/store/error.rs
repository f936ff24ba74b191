//! What a file can fail with.

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
