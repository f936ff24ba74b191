//! What is under way of files, in a folder of this machine: how much of each is here is how long its file is, so whatever ends
//! the relay, a phone goes on from there.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use besace_model::error::ErrorCode;
use besace_model::ids::MemberId;
use besace_model::time::Timestamp;
use tokio::sync::OnceCell;

use super::key::Key;
use crate::error::ApiError;
use crate::limits::FILE_PARTS_KEPT_MS;
use crate::private;

/// The files of one cooperative that are under way.
#[derive(Debug)]
pub(super) struct Spool {
    folder: PathBuf,
    parts: OnceCell<Arc<Mutex<Parts>>>,
}

type Parts = BTreeMap<Key, Part>;

/// One file under way.
#[derive(Debug, Clone)]
struct Part {
    path: PathBuf,
    received: u32,
    /// When somebody went on with it.
    at: Timestamp,
}

impl Spool {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            parts: OnceCell::new(),
        }
    }

    /// How much of a file is here.
    pub(super) async fn received(&self, key: Key) -> Result<u32, ApiError> {
        self.with(|parts| parts.get(&key).map_or(0, |part| part.received))
            .await
    }

    /// Whether a file is under way; it is not forgotten then.
    pub(super) async fn goes_on(&self, key: Key, now: Timestamp) -> Result<bool, ApiError> {
        self.with(|parts| parts.get_mut(&key).map(|part| part.at = now).is_some())
            .await
    }

    /// Bytes that the files under way are to have, of a member and of all, and how many are the member's.
    pub(super) async fn promised(&self, member: MemberId) -> Result<(u64, u64, usize), ApiError> {
        self.with(|parts| {
            let all = parts.keys().map(|key| u64::from(key.bytes)).sum();
            let own = || parts.keys().filter(|key| key.member == member);
            let bytes = own().map(|key| u64::from(key.bytes)).sum();
            (bytes, all, own().count())
        })
        .await
    }

    /// Takes a piece behind what is here; how much that is now. What a full disk took of it counts.
    pub(super) async fn append(
        &self,
        key: Key,
        now: Timestamp,
        piece: Vec<u8>,
    ) -> Result<u32, ApiError> {
        let begun = self.folder.join(key.file_name(now));
        let path = self
            .with(|parts| parts.get(&key).map_or(begun, |part| part.path.clone()))
            .await?;
        let file = path.clone();
        let (written, length) = blocking(move || {
            let written = append(&file, &piece);
            let length = fs::metadata(&file).map(|it| it.len());
            Ok((written, length))
        })
        .await?;
        let received = u32::try_from(length.map_err(unable)?).map_err(ApiError::internal)?;
        let part = Part {
            path,
            received,
            at: now,
        };
        self.with(|parts| parts.insert(key, part)).await?;
        written.map_err(unable)?;
        Ok(received)
    }

    /// All bytes of a file.
    pub(super) async fn read(&self, key: Key) -> Result<Vec<u8>, ApiError> {
        let path = self.with(|parts| parts.get(&key).map(|part| part.path.clone()));
        let path = path.await?.ok_or(ErrorCode::Retry)?;
        blocking(move || fs::read(path)).await
    }

    /// Throws away what is here of a file.
    pub(super) async fn throw_away(&self, key: Key) -> Result<(), ApiError> {
        match self.with(|parts| parts.remove(&key)).await? {
            Some(part) => blocking(move || remove(&part.path)).await,
            None => Ok(()),
        }
    }

    /// Throws away what nobody went on with for long.
    pub(super) async fn throw_old_away(&self, now: Timestamp) -> Result<(), ApiError> {
        let is_old = |part: &Part| part.at.plus_ms(FILE_PARTS_KEPT_MS) < now;
        let old = self.with(|parts| {
            let old = parts.iter().filter(|(_, part)| is_old(part));
            old.map(|(key, _)| *key).collect::<Vec<_>>()
        });
        for key in old.await? {
            self.throw_away(key).await?;
        }
        Ok(())
    }

    async fn with<T>(&self, work: impl FnOnce(&mut Parts) -> T) -> Result<T, ApiError> {
        let found = || async {
            let folder = self.folder.clone();
            let parts = blocking(move || scan(&folder)).await?;
            Ok::<_, ApiError>(Arc::new(Mutex::new(parts)))
        };
        let parts = self.parts.get_or_try_init(found).await?;
        Ok(work(
            &mut parts.lock().unwrap_or_else(PoisonError::into_inner),
        ))
    }
}

/// What an earlier life of the relay received.
fn scan(folder: &Path) -> io::Result<Parts> {
    let mut parts = Parts::new();
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(parts),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let Some((key, at)) = name.to_str().and_then(Key::read) else {
            continue;
        };
        let length = entry.metadata()?.len();
        let received = u32::try_from(length).unwrap_or(u32::MAX);
        let path = entry.path();
        parts.insert(key, Part { path, received, at });
    }
    Ok(parts)
}

fn append(path: &Path, piece: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        private::own_folder(folder)?;
    }
    private::file(path)?;
    OpenOptions::new().append(true).open(path)?.write_all(piece)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Does what may block.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, ApiError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(ApiError::internal)?.map_err(unable)
}

/// A full disk asks phones to wait; anything else is ours, and told in the log.
fn unable(error: io::Error) -> ApiError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            tracing::warn!("the disk is full: files are to come later");
            ErrorCode::Retry.into()
        }
        _ => ApiError::internal(error),
    }
}
