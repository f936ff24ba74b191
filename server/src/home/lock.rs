//! The lock of the data folder: one relay at a time, also while all its cooperatives rest.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::error::HomeError;
use crate::private;

/// Held by the process that serves the folder or carries out an order in it.
#[derive(Debug)]
pub(super) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the folder.
    ///
    /// # Errors
    /// [`HomeError::InUse`] when another process has it.
    pub(super) fn take(data: &Path) -> Result<Self, HomeError> {
        let path = data.join("relay.lock");
        let failed = |source| HomeError::Folder {
            path: path.clone(),
            source,
        };
        private::file(&path).map_err(failed)?;
        let file = File::options().write(true).open(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(HomeError::InUse(data.to_owned())),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}
