//! The relay as an author: documents that it alone writes travel the same road as everybody's.

use std::collections::BTreeMap;

use automerge::{ActorId, Automerge};
use besace_model::commit::signing_bytes;
use besace_model::genesis::Genesis;
use besace_model::ids::{CommitHash, DocId};
use besace_model::kind::DocHead;
use besace_model::limits::ACTOR_BYTES;
use ed25519_dalek::{Signer, SigningKey};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::writing::{NewCommit, Writing};
use super::CoopError;
use crate::store::docs::{self, DocMeta};
use crate::store::log::DeviceRow;
use crate::store::{CoopRow, StoreError, log, snapshots};

/// The relay's documents kept in memory.
const KEPT_MAX: usize = 64;

/// The relay's key, and the documents it is writing.
pub(super) struct RelayAuthor {
    key: SigningKey,
    device: DeviceRow,
    epoch: u64,
    open: BTreeMap<DocId, Automerge>,
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

    /// Changes one of the relay's documents and writes the commit; nothing when `change` changes nothing.
    pub(super) fn write(
        &mut self,
        writing: &mut Writing<'_>,
        coop: besace_model::ids::CoopId,
        head: &DocHead,
        change: impl FnOnce(&mut Automerge) -> Result<(), CoopError>,
    ) -> Result<(), CoopError> {
        let id = head.id(coop);
        let stored = docs::find(writing.conn, id)?;
        let mut doc = match self.open.remove(&id) {
            Some(doc) => doc,
            None => self.load(writing, id, head, stored.as_ref())?,
        };
        let before = doc.get_heads();
        change(&mut doc)?;
        let made = doc.get_changes(&before);
        for change in &made {
            let hash = CommitHash(change.hash().0);
            let meta = match &stored {
                Some(meta) => meta.clone(),
                None => match docs::find(writing.conn, id)? {
                    Some(meta) => meta,
                    None => writing.create(id, head)?,
                },
            };
            let signature = self.key.sign(&signing_bytes(id, hash)).to_bytes();
            writing.append(NewCommit {
                doc: &meta,
                device: self.device,
                hash,
                signature: &signature,
                change: change.raw_bytes().to_vec(),
                submission: None,
            })?;
        }
        if self.open.len() >= KEPT_MAX {
            self.open.pop_first();
        }
        self.open.insert(id, doc);
        Ok(())
    }

    /// A document ready for writing, under an actor of its own: derived, so the same calls write the same bytes, and
    /// from the place, time and epoch, so never the same twice.
    fn load(
        &self,
        writing: &Writing<'_>,
        id: DocId,
        head: &DocHead,
        stored: Option<&DocMeta>,
    ) -> Result<Automerge, CoopError> {
        let mut doc = match stored {
            Some(meta) => load(writing.conn, meta, u64::MAX)?,
            None => Genesis::document(head.kind),
        };
        let mut digest = Sha256::new();
        digest.update(b"besace-relay-actor-1\0");
        digest.update(self.key.to_bytes());
        digest.update(self.epoch.to_be_bytes());
        digest.update(writing.head().to_be_bytes());
        digest.update(writing.now.0.to_be_bytes());
        digest.update(id.0);
        let digest: [u8; 32] = digest.finalize().into();
        let (actor, _) = digest.split_at(ACTOR_BYTES);
        doc.set_actor(ActorId::from(actor));
        Ok(doc)
    }
}

/// A document from its snapshot and the log, up to an entry. What the log holds passed admission, so Automerge takes
/// it; should it not, the file is damaged.
pub(super) fn load(conn: &Connection, meta: &DocMeta, upto: u64) -> Result<Automerge, StoreError> {
    let damaged = |_| StoreError::Damaged("a document");
    let snapshot = snapshots::load(conn, meta.row)?;
    let (mut doc, after) = match snapshot {
        Some((seq, bytes)) if seq <= upto => (Automerge::load(&bytes).map_err(damaged)?, seq),
        _ => (Genesis::document(meta.head.kind), 0),
    };
    let mut chunks = Vec::new();
    log::changes_of(conn, meta.row, after, upto.min(i64::MAX as u64), |change| {
        chunks.extend_from_slice(&change.bytes);
        true
    })?;
    if !chunks.is_empty() {
        doc.load_incremental(&chunks).map_err(damaged)?;
    }
    Ok(doc)
}

/// A document as an Automerge file.
pub(super) fn export(conn: &Connection, doc: DocId) -> Result<Vec<u8>, CoopError> {
    let meta = docs::find(conn, doc)?.ok_or(CoopError::NotFound)?;
    Ok(load(conn, &meta, u64::MAX)?.save())
}
