//! The lock beside a cooperative's file: one process at a time, and a word on how the last one left.

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::StoreError;
use crate::private;

const CLOSED: &[u8] = b"closed\n";
const OPEN: &[u8] = b"opened\n";

/// How a file was last closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastClose {
    /// In order, or never opened.
    Clean,
    /// The process ended without closing; its write-ahead log is there.
    Crash,
    /// The process ended without closing and the write-ahead log is gone: acknowledged commits may be missing.
    CrashLogMissing,
}

/// Held while the file is open.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    last_close: LastClose,
}

/// Said, and not left to the closing of the file: a child that another thread starts holds a copy of it for an instant.
impl Drop for Lock {
    fn drop(&mut self) {
        if let Err(error) = self.file.unlock() {
            tracing::warn!(%error, "the lock of a file is not given back");
        }
    }
}

impl Lock {
    pub(super) fn take(database: &Path) -> Result<Self, StoreError> {
        let path = beside(database, ".lock");
        private::file(&path)?;
        let mut file = File::options().read(true).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let mut word = Vec::new();
        file.read_to_end(&mut word)?;
        let last_close = match (word == OPEN, beside(database, "-wal").exists()) {
            (false, _) => LastClose::Clean,
            (true, true) => LastClose::Crash,
            (true, false) => LastClose::CrashLogMissing,
        };
        Ok(Self { file, last_close })
    }

    /// Whether the last process that had the file closed it in order and left nothing beside it. Nothing is taken.
    pub(super) fn says_closed(database: &Path) -> bool {
        let word = std::fs::read(beside(database, ".lock"));
        let log = std::fs::metadata(beside(database, "-wal"));
        word.is_ok_and(|word| word == CLOSED) && log.map_or(true, |log| log.len() == 0)
    }

    /// Notes that the file is in use: from now on, only [`Lock::release`] is an end in order.
    pub(super) fn note_open(&mut self) -> Result<(), StoreError> {
        self.write(OPEN)
    }

    pub(super) fn last_close(&self) -> LastClose {
        self.last_close
    }

    pub(super) fn release(mut self) -> Result<(), StoreError> {
        self.write(CLOSED)
    }

    fn write(&mut self, word: &[u8]) -> Result<(), StoreError> {
        self.file.rewind()?;
        self.file.write_all(word)?;
        self.file.set_len(word.len() as u64)?;
        Ok(self.file.sync_all()?)
    }
}

pub(super) fn beside(database: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(database.as_os_str());
    name.push(suffix);
    PathBuf::from(name)
}
