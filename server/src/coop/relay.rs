//! The relay as an author: documents that it alone writes travel the same road as everybody's.

use std::collections::BTreeMap;

use automerge::Automerge;
use besace_model::admission::snapshot::guarded;
use besace_model::command::CommandError;
use besace_model::commit::signing_bytes;
use besace_model::genesis::Genesis;
use besace_model::ids::{CoopId, DocId};
use besace_model::kind::DocHead;
use besace_model::kinds::Made;
use besace_model::limits::{ACTOR_BYTES, DOC_BYTES_MAX, DOC_CHANGES_MAX};
use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256};

use super::CoopError;
use super::stored;
use super::writing::{NewCommit, Writing};
use crate::store::docs::{self, DocMeta};
use crate::store::log::DeviceRow;
use crate::store::{CoopRow, StoreError, log};

/// The relay's documents kept in memory.
const KEPT_MAX: usize = 64;

type Actor = [u8; ACTOR_BYTES];

/// The relay's key, and the documents it is writing.
pub(super) struct RelayAuthor {
    key: SigningKey,
    device: DeviceRow,
    epoch: u64,
    open: BTreeMap<DocId, Open>,
}

/// A document of the relay's in memory.
struct Open {
    doc: Automerge,
    actor: Actor,
    /// Its changes, and their bytes.
    changes: u64,
    bytes: u64,
}

impl std::fmt::Debug for RelayAuthor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RelayAuthor").finish_non_exhaustive()
    }
}

pub(super) fn public_key(seed: &[u8; 32]) -> [u8; 32] {
    SigningKey::from_bytes(seed).verifying_key().to_bytes()
}

impl RelayAuthor {
    pub(super) fn new(row: &CoopRow, device: DeviceRow) -> Self {
        Self {
            key: SigningKey::from_bytes(&row.relay_seed),
            device,
            epoch: row.epoch,
            open: BTreeMap::new(),
        }
    }

    pub(super) fn new_epoch(&mut self, epoch: u64) {
        self.epoch = epoch;
        self.forget();
    }

    /// Drops the open documents: what they hold may not be what is stored.
    pub(super) fn forget(&mut self) {
        self.open.clear();
    }

    /// Changes one of the relay's documents and writes the commits: `step` makes one change, and is called again until
    /// it has nothing to change any more.
    pub(super) fn write(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        head: &DocHead,
        mut step: impl FnMut(&mut Automerge, Actor) -> Result<Made, CommandError>,
    ) -> Result<(), CoopError> {
        let id = head.id(coop);
        let mut stored = docs::find(writing.conn, id)?;
        let mut open = match self.open.remove(&id) {
            Some(open) => open,
            None => self.load(writing, id, head, stored.as_ref())?,
        };
        // Each step takes on something of what is left to say.
        loop {
            let (doc, actor) = (&mut open.doc, open.actor);
            let made = match guarded(|| Ok(step(doc, actor))) {
                Ok(Ok(made)) => made,
                Ok(Err(CommandError::NoChange)) => break,
                Ok(Err(_)) => return Err(CoopError::RelayDocument),
                Err(error) => {
                    tracing::error!(doc = %id, %error, "the relay's own document cannot be written");
                    return Err(CoopError::RelayDocument);
                }
            };
            open.changes += 1;
            open.bytes += made.change.len() as u64;
            if open.bytes > DOC_BYTES_MAX || open.changes > DOC_CHANGES_MAX {
                return Err(CoopError::RelayDocument);
            }
            let meta = match &stored {
                Some(meta) => meta.clone(),
                None => writing.create(id, head)?,
            };
            let signature = self.key.sign(&signing_bytes(id, made.hash)).to_bytes();
            writing.append(NewCommit {
                doc: &meta,
                device: self.device,
                hash: made.hash,
                signature: &signature,
                change: made.change,
                follows: 0,
                submission: None,
            })?;
            stored = Some(meta);
        }
        if self.open.len() >= KEPT_MAX {
            self.open.pop_first();
        }
        self.open.insert(id, open);
        Ok(())
    }

    /// What one of the relay's documents says now.
    pub(super) fn read<T>(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        head: &DocHead,
        read: impl FnOnce(&Automerge) -> T,
    ) -> Result<T, CoopError> {
        let id = head.id(coop);
        if let Some(open) = self.open.get(&id) {
            return guarded(|| Ok(read(&open.doc))).map_err(|_| CoopError::RelayDocument);
        }
        let stored = docs::find(writing.conn, id)?;
        let open = self.load(writing, id, head, stored.as_ref())?;
        let answer = guarded(|| Ok(read(&open.doc))).map_err(|_| CoopError::RelayDocument)?;
        if self.open.len() >= KEPT_MAX {
            self.open.pop_first();
        }
        self.open.insert(id, open);
        Ok(answer)
    }

    /// A document ready for writing, and an actor of its own: derived, so the same calls write the same bytes, and
    /// from the place, time and epoch, so never the same twice.
    fn load(
        &self,
        writing: &mut Writing<'_>,
        id: DocId,
        head: &DocHead,
        stored: Option<&DocMeta>,
    ) -> Result<Open, CoopError> {
        let (doc, (changes, bytes)) = match stored {
            Some(meta) => (
                load_own(writing, meta)?,
                log::size_of(writing.conn, meta.row)?,
            ),
            None => (Genesis::document(head.kind), (0, 0)),
        };
        let mut digest = Sha256::new();
        digest.update(b"besace-relay-actor-1\0");
        digest.update(self.key.to_bytes());
        digest.update(self.epoch.to_be_bytes());
        digest.update(writing.head().to_be_bytes());
        digest.update(writing.now.0.to_be_bytes());
        digest.update(id.0);
        let digest: [u8; 32] = digest.finalize().into();
        let mut actor = [0; ACTOR_BYTES];
        actor.copy_from_slice(&digest[..ACTOR_BYTES]);
        Ok(Open {
            doc,
            actor,
            changes,
            bytes,
        })
    }
}

/// One of the relay's documents. One that cannot be read is frozen, and is no reason to end: what stands in it is kept
/// elsewhere too.
fn load_own(writing: &mut Writing<'_>, meta: &DocMeta) -> Result<Automerge, CoopError> {
    if meta.is_frozen {
        return Err(CoopError::RelayDocument);
    }
    match stored::load(writing.conn, meta, u64::MAX) {
        Err(StoreError::Damaged(_)) => {
            tracing::error!(doc = %meta.id, "the relay's own document cannot be read and is frozen");
            writing.freeze(meta.row)?;
            Err(CoopError::RelayDocument)
        }
        loaded => Ok(loaded?),
    }
}
