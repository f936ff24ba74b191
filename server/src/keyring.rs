//! The files of the token keys: `<data>/keys/NNNN.key`, 64 hexadecimal digits each, readable by the owner alone. The
//! last but one signs; the last is the next one, published before its first use; older ones only verify.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::auth::Keys;
use crate::clock::Clock;
use crate::private;

/// Keys kept: one that only verifies, the one that signs, the next one.
const KEYS_MAX: usize = 3;

/// The key files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// The file system said no.
    #[error("{}: {source}", path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is not 64 hexadecimal digits.
    #[error("{} is not a key file", .0.display())]
    Malformed(PathBuf),
    /// Others may read it.
    #[error("{} can be read by others; `chmod 600` it", .0.display())]
    TooOpen(PathBuf),
}

/// The keys of a data folder, made when there are none.
///
/// # Errors
/// [`KeyringError`] when a file cannot be read, written or understood.
pub fn load(data: &Path, issuer: &str, clock: &Clock) -> Result<Keys, KeyringError> {
    let folder = folder(data)?;
    let mut files = list(&folder)?;
    while files.len() < 2 {
        files.push(make(&folder, &files, clock)?);
    }
    let seeds = files
        .iter()
        .map(|path| read(path))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Keys::new(&seeds, seeds.len() - 2, issuer))
}

/// Lets the next key sign from the next start on, makes a new next one, and drops the oldest: twice in a row drops
/// a key that leaked.
///
/// # Errors
/// [`KeyringError`] when a file cannot be written or removed.
pub fn rotate(data: &Path, clock: &Clock) -> Result<(), KeyringError> {
    let folder = folder(data)?;
    let mut files = list(&folder)?;
    files.push(make(&folder, &files, clock)?);
    let extra = files.len().saturating_sub(KEYS_MAX);
    files
        .iter()
        .take(extra)
        .try_for_each(|path| fs::remove_file(path).map_err(io(path)))
}

/// The folder of keys, and of what must not be restored with the cooperatives' files.
///
/// # Errors
/// [`KeyringError::Io`] when it cannot be made.
pub fn folder(data: &Path) -> Result<PathBuf, KeyringError> {
    private::folder(data).map_err(io(data))?;
    let folder = data.join("keys");
    private::own_folder(&folder).map_err(io(&folder))?;
    Ok(folder)
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, KeyringError> {
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

fn make(folder: &Path, files: &[PathBuf], clock: &Clock) -> Result<PathBuf, KeyringError> {
    let last = files
        .last()
        .and_then(|path| path.file_stem()?.to_str()?.parse::<u32>().ok());
    let path = folder.join(format!("{:04}.key", last.map_or(1, |n| n + 1)));
    let hex: String = clock
        .random::<32>()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)
        .map_err(io(&path))?;
    file.write_all(hex.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(io(&path))?;
    Ok(path)
}

fn read(path: &Path) -> Result<[u8; 32], KeyringError> {
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

fn io(path: &Path) -> impl FnOnce(std::io::Error) -> KeyringError {
    let path = path.to_owned();
    move |source| KeyringError::Io { path, source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use besace_model::ids::{CoopId, DeviceId, MemberId};

    #[test]
    fn keys_are_private_and_a_rotation_refuses_no_token_in_flight() {
        let clock = Clock::system();
        let name: String = clock
            .random::<8>()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let data = std::env::temp_dir().join(format!("besace-keyring-{name}"));
        let keys = || load(&data, "https://example.coop", &clock).unwrap();
        let now = clock.now();
        let token = keys()
            .issue(
                now,
                CoopId::from_bytes([1; 16]),
                MemberId::from_bytes([1; 16]),
                DeviceId::from_bytes([1; 16]),
                [1; 8],
            )
            .unwrap();
        rotate(&data, &clock).unwrap();
        assert!(keys().verify(now, &token).is_ok());
        rotate(&data, &clock).unwrap();
        assert!(keys().verify(now, &token).is_err(), "its key was dropped");
        let files = list(&data.join("keys")).unwrap();
        assert_eq!(files.len(), KEYS_MAX);
        fs::set_permissions(&files[0], fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(
            load(&data, "", &clock),
            Err(KeyringError::TooOpen(_))
        ));
        fs::remove_dir_all(data).unwrap();
    }
}
