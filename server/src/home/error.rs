//! Why the data folder cannot be used.

use std::path::PathBuf;

use super::names;
use crate::coop::CoopError;
use crate::keyring::KeyringError;
use crate::store::StoreError;

/// The data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    /// A cooperative's file failed.
    #[error("{}", path.display())]
    Coop {
        /// The file.
        path: PathBuf,
        /// Why.
        source: CoopError,
    },
    /// The folder failed.
    #[error("{}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Another cooperative of the folder reads the same.
    #[error("there is a cooperative of that name: {0}")]
    NameTaken(names::Named),
    /// Another process serves the folder.
    #[error("another process serves {}", .0.display())]
    InUse(PathBuf),
    /// The keys failed.
    #[error(transparent)]
    Keys(#[from] KeyringError),
    /// There is a cooperative already.
    #[error("{} already holds a cooperative: `besace serve` serves it; or choose another folder with --data", .0.display())]
    Taken(PathBuf),
}

impl HomeError {
    /// Whether another process has the file open.
    pub(super) fn is_in_use(&self) -> bool {
        let Self::Coop { source, .. } = self else {
            return false;
        };
        matches!(source, CoopError::Store(StoreError::InUse))
    }
}
