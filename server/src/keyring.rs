//! The files of the token keys: `<data>/keys/NNNN.key`, 64 hexadecimal digits each, readable by the owner alone. The
//! last but one signs; the last is the next one, published before its first use; older ones only verify. Beside them lies
//! `push.vapid`, of the same form, by which push services know the relay: it is never changed for another.

mod files;

use std::fs;
use std::path::{Path, PathBuf};

use crate::auth::{Keys, Vapid};
use crate::clock::Clock;
use crate::private;
use files::{list, make, read, write};

/// Keys kept: one that only verifies, the one that signs, the next one.
const KEYS_MAX: usize = 3;
/// The file of the key by which push services know the relay.
const VAPID: &str = "push.vapid";

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
    let vapid = folder.join(VAPID);
    if !vapid.try_exists().map_err(io(&vapid))? {
        write(&vapid, clock)?;
    }
    let vapid = Vapid::new(&read(&vapid)?);
    Ok(Keys::new(&seeds, seeds.len() - 2, issuer).with_vapid(vapid))
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

fn io(path: &Path) -> impl FnOnce(std::io::Error) -> KeyringError {
    let path = path.to_owned();
    move |source| KeyringError::Io { path, source }
}

#[cfg(test)]
mod tests;
