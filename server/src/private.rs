//! Files and folders that their owner alone may use: databases, keys, exports. SQLite gives what it makes beside a
//! database the database's own mode.

use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Read and written by the owner alone.
const FILE_MODE: u32 = 0o600;
/// Entered by the owner alone.
const FOLDER_MODE: u32 = 0o700;
/// What group and others may do.
const OTHERS: u32 = 0o077;

/// Makes a folder, and those above it that are missing. One that is there stays as it is.
///
/// # Errors
/// Whatever the file system says.
pub fn folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(FOLDER_MODE).create(path)
}

/// Makes a folder of ours, or takes from group and others what they may do in one that is there.
///
/// # Errors
/// Whatever the file system says.
pub fn own_folder(path: &Path) -> io::Result<()> {
    folder(path)?;
    close(path, FOLDER_MODE)
}

/// Makes an empty file unless it is there, and takes from group and others what they may do with one that is. A file
/// that is there is not opened: SQLite's locks end whenever their process closes any descriptor of the file.
///
/// # Errors
/// Whatever the file system says.
pub fn file(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    match options
        .write(true)
        .create_new(true)
        .mode(FILE_MODE)
        .open(path)
    {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => close(path, FILE_MODE),
        made => made.map(drop),
    }
}

/// Takes from group and others what they may do with a file or folder, if it is there, and says so in the log.
///
/// # Errors
/// Whatever the file system says.
fn close(path: &Path, mode: u32) -> io::Result<()> {
    let found = fs::metadata(path)?.permissions().mode();
    if found & OTHERS != 0 {
        tracing::warn!(path = %path.display(), "others could read this: now its owner alone can");
        fs::set_permissions(path, Permissions::from_mode(mode))?;
    }
    Ok(())
}

/// Takes from group and others what they may do with a file that another library just made in a folder of ours.
///
/// # Errors
/// Whatever the file system says.
pub fn own_file(path: &Path) -> io::Result<()> {
    fs::set_permissions(path, Permissions::from_mode(FILE_MODE))
}

/// [`file`], but only if it is there.
///
/// # Errors
/// Whatever the file system says.
pub fn file_if_there(path: &Path) -> io::Result<()> {
    match close(path, FILE_MODE) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        closed => closed,
    }
}

/// Writes a whole file.
///
/// # Errors
/// Whatever the file system says.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    file(path)?;
    OpenOptions::new()
        .write(true)
        .truncate(true)
        .open(path)?
        .write_all(bytes)
}
