//! The relay as an author: documents that it alone writes travel the same road as everybody's.

use std::collections::BTreeMap;

use automerge::{Automerge, Change, ReadDoc};
use besace_model::command::CommandError;
use besace_model::commit::signing_bytes;
use besace_model::genesis::Genesis;
use besace_model::ids::{CoopId, DocId};
use besace_model::kind::DocHead;
use besace_model::kinds::Made;
use besace_model::limits::{ACTOR_BYTES, DOC_BYTES_MAX, DOC_CHANGES_MAX};
use ed25519_dalek::{Signer, SigningKey};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::CoopError;
use super::writing::{NewCommit, Writing};
use crate::store::docs::{self, DocMeta};
use crate::store::log::DeviceRow;
use crate::store::{CoopRow, StoreError, log, snapshots};

/// The relay's documents kept in memory.
const KEPT_MAX: usize = 64;
/// Changes that one decision may take in one document.
const STEPS_MAX: usize = 256;

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
        for _ in 0..STEPS_MAX {
            let made = match step(&mut open.doc, open.actor) {
                Ok(made) => made,
                Err(CommandError::NoChange) => break,
                Err(_) => return Err(CoopError::RelayDocument),
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
        writing: &Writing<'_>,
        coop: CoopId,
        head: &DocHead,
        read: impl FnOnce(&Automerge) -> T,
    ) -> Result<T, CoopError> {
        let id = head.id(coop);
        if let Some(open) = self.open.get(&id) {
            return Ok(read(&open.doc));
        }
        let stored = docs::find(writing.conn, id)?;
        let open = self.load(writing, id, head, stored.as_ref())?;
        let answer = read(&open.doc);
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
        writing: &Writing<'_>,
        id: DocId,
        head: &DocHead,
        stored: Option<&DocMeta>,
    ) -> Result<Open, CoopError> {
        let (doc, (changes, bytes)) = match stored {
            Some(meta) => (
                load(writing.conn, meta, u64::MAX)?,
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

/// A document from its snapshot and the log, up to an entry; from the log alone when the snapshot is no good. What the
/// log holds passed admission, so Automerge takes it; should it not, the file is damaged.
pub(super) fn load(conn: &Connection, meta: &DocMeta, upto: u64) -> Result<Automerge, StoreError> {
    const DAMAGED: StoreError = StoreError::Damaged("a document");
    let snapshot = snapshots::load(conn, meta.row)?
        .filter(|(seq, _)| *seq <= upto)
        .and_then(|(seq, bytes)| Some((Automerge::load(&bytes).ok()?, seq)));
    let (mut doc, after) = snapshot.unwrap_or_else(|| (Genesis::document(meta.head.kind), 0));
    let mut changes = Vec::new();
    log::changes_of(conn, meta.row, after, upto.min(i64::MAX as u64), |change| {
        changes.push(Change::from_bytes(change.bytes));
        true
    })?;
    let changes = changes.into_iter().collect::<Result<Vec<_>, _>>();
    doc.apply_changes(changes.map_err(|_| DAMAGED)?)
        .map_err(|_| DAMAGED)?;
    if !doc.get_missing_deps(&[]).is_empty() {
        return Err(DAMAGED);
    }
    Ok(doc)
}

/// A document as an Automerge file.
pub(super) fn export(conn: &Connection, doc: DocId) -> Result<Vec<u8>, CoopError> {
    let meta = docs::find(conn, doc)?.ok_or(CoopError::NotFound)?;
    Ok(load(conn, &meta, u64::MAX)?.save())
}
