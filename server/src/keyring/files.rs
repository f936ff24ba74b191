//! One key file: its name, its mode, its 64 digits.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::{KeyringError, io};
use crate::clock::Clock;

pub(super) fn list(folder: &Path) -> Result<Vec<PathBuf>, KeyringError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(io(folder))? {
        let path = entry.map_err(io(folder))?.path();
        if path.extension().is_some_and(|ending| ending == "key") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

pub(super) fn make(
    folder: &Path,
    files: &[PathBuf],
    clock: &Clock,
) -> Result<PathBuf, KeyringError> {
    let last = files
        .last()
        .and_then(|path| path.file_stem()?.to_str()?.parse::<u32>().ok());
    let path = folder.join(format!("{:04}.key", last.map_or(1, |n| n + 1)));
    write(&path, clock)?;
    Ok(path)
}

/// Writes a new key to a file that is not there.
pub(super) fn write(path: &Path, clock: &Clock) -> Result<(), KeyringError> {
    let hex: String = clock
        .random::<32>()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(io(path))?;
    file.write_all(hex.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(io(path))
}

pub(super) fn read(path: &Path) -> Result<[u8; 32], KeyringError> {
    let mode = fs::metadata(path).map_err(io(path))?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(KeyringError::TooOpen(path.to_owned()));
    }
    let text = fs::read_to_string(path).map_err(io(path))?;
    seed(text.trim()).ok_or_else(|| KeyringError::Malformed(path.to_owned()))
}

fn seed(hex: &str) -> Option<[u8; 32]> {
    let mut seed = [0; 32];
    if hex.len() != 64 {
        return None;
    }
    for (index, byte) in seed.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(index * 2..index * 2 + 2)?, 16).ok()?;
    }
    Some(seed)
}
