//! Files that documents name: received in pieces, checked, kept once, and handed to those who read a document that has them.
//!
//! What is under way lies in a spool on this machine and survives the relay; what is whole lies in a vault, a folder or a
//! store that speaks S3. Whoever asks names a document: who may, and what it names, is asked of the cooperative each time.

mod key;
mod kind;
mod pieces;
mod spool;
mod sweep;
mod vault;
mod whole;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use besace_model::ids::{CoopId, DocId, FileHash, MemberId};
use besace_model::time::{Moment, Timestamp};

use crate::clock::Clock;
use crate::config::{Config, FilesConfig};
use crate::error::ApiError;
use spool::Spool;
use vault::Vault;

pub use vault::{Found, VaultError};

/// The files of all cooperatives.
#[derive(Debug)]
pub struct Files {
    config: FilesConfig,
    clock: Clock,
    vault: Vault,
    spools: PathBuf,
    rooms: Mutex<BTreeMap<CoopId, Arc<Room>>>,
}

/// One cooperative's.
#[derive(Debug)]
struct Room {
    spool: Spool,
    /// What is done about one file is done one after the other.
    turns: [tokio::sync::Mutex<()>; TURNS],
    looked: Mutex<Option<Moment>>,
}

/// Files that are received, handed in and let go beside each other.
const TURNS: usize = 16;

/// How much of a file is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Received {
    /// Bytes.
    pub received: u32,
    /// Whether it is whole, checked and kept.
    pub whole: bool,
}

/// Why a piece was not taken.
#[derive(Debug)]
pub enum PieceError {
    /// It does not begin where what was received ends.
    Offset(u32),
    /// As any request is refused.
    Plain(ApiError),
}

impl<E: Into<ApiError>> From<E> for PieceError {
    fn from(error: E) -> Self {
        Self::Plain(error.into())
    }
}

/// Who asks for which file.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Who.
    pub member: MemberId,
    /// The document that they name it by.
    pub doc: DocId,
    /// The file.
    pub hash: FileHash,
}

impl Files {
    /// The files beside the cooperatives of a data folder, as the settings say.
    #[must_use]
    pub fn new(config: &Config, clock: Clock) -> Self {
        Self {
            vault: Vault::new(&config.files, config.data.join("files")),
            spools: config.data.join("spool"),
            config: config.files.clone(),
            clock,
            rooms: Mutex::default(),
        }
    }

    /// Opens the place of whole files, to say early what is wrong with the settings.
    ///
    /// # Errors
    /// [`VaultError`] says what.
    pub fn check(&self) -> Result<(), VaultError> {
        self.vault.open().map(drop)
    }

    /// Keeps a file that no phone brought; it is safe once this returns.
    pub(crate) async fn keep(
        &self,
        coop: CoopId,
        hash: FileHash,
        bytes: Vec<u8>,
    ) -> Result<(), VaultError> {
        self.vault.put(coop, hash, bytes).await
    }

    fn room(&self, coop: CoopId) -> Arc<Room> {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let room = rooms.entry(coop).or_insert_with(|| {
            let folder = self.spools.join(coop.to_string());
            Arc::new(Room {
                spool: Spool::new(folder),
                turns: Default::default(),
                looked: Mutex::default(),
            })
        });
        Arc::clone(room)
    }
}

impl Room {
    fn turn(&self, hash: FileHash) -> &tokio::sync::Mutex<()> {
        &self.turns[usize::from(hash.0[0]) % TURNS]
    }
}

impl Received {
    fn whole(received: u32) -> Self {
        Self {
            received,
            whole: true,
        }
    }

    fn so_far(received: u32) -> Self {
        Self {
            received,
            whole: false,
        }
    }
}

/// Since when a file must not have been named, to go now.
fn since(now: Timestamp, days: u32) -> Timestamp {
    now.plus_ms(-i64::from(days) * besace_model::time::DAY_MS)
}
