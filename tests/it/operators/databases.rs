//! The files of cooperatives, where the binary puts them.

use std::fs;
use std::path::{Path, PathBuf};

/// The files of the cooperatives.
pub(crate) fn databases(data: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(data.join("coops")).expect("a folder");
    files
        .map(|file| file.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "db"))
        .collect()
}

/// What SQLite keeps beside a database: of another moment than a copy of it.
pub(crate) fn beside(file: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|suffix| PathBuf::from(format!("{}{suffix}", file.display())))
}

/// The file of the only cooperative.
pub(crate) fn database(data: &Path) -> PathBuf {
    databases(data).pop().expect("a cooperative")
}

/// The file of the other cooperative.
pub(super) fn database_but(data: &Path, one: &Path) -> PathBuf {
    let mut all = databases(data);
    all.retain(|path| path != one);
    all.pop().expect("another cooperative")
}
