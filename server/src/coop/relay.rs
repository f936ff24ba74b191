//! The relay as an author: documents that it alone writes travel the same road as everybody's.

mod generations;
mod open;

use std::collections::BTreeMap;

use automerge::Automerge;
use besace_model::admission::snapshot::guarded;
use besace_model::command::CommandError;
use besace_model::commit::signing_bytes;
use besace_model::doc::writer::Made;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DocId};
use besace_model::limits::ACTOR_BYTES;
use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256};

pub(super) use open::Open;

use super::CoopError;
use super::writing::{NewCommit, Writing};
use crate::limits::REBUILD_AFTER_CHANGES;
use crate::store::CoopRow;
use crate::store::docs::DocRow;
use crate::store::log::DeviceRow;

type Actor = [u8; ACTOR_BYTES];

/// The relay's key, and the documents it is writing.
pub(super) struct RelayAuthor {
    key: SigningKey,
    device: DeviceRow,
    epoch: u64,
    open: BTreeMap<DocId, Open>,
    uses: u64,
    rebuild_after: u64,
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
            uses: 0,
            rebuild_after: REBUILD_AFTER_CHANGES,
        }
    }

    /// Rebuilds documents after so many changes already.
    pub(super) fn rebuild_after(&mut self, changes: u64) {
        self.rebuild_after = changes;
    }

    pub(super) fn new_epoch(&mut self, epoch: u64) {
        self.epoch = epoch;
        self.forget();
    }

    /// Drops the open documents: what they hold may not be what is stored.
    pub(super) fn forget(&mut self) {
        self.open.clear();
    }

    /// Changes one of the relay's documents, its last generation whatever `head` says, and writes the commits: `step`
    /// makes one change, and is called again until it has nothing to change any more.
    pub(super) fn write(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        head: &DocHead,
        mut step: impl FnMut(&mut Automerge, Actor) -> Result<Made, CommandError>,
    ) -> Result<(), CoopError> {
        let mut open = self.take(writing, coop, head)?;
        // Each step takes on something of what is left to say.
        loop {
            let (doc, actor) = (&mut open.doc, open.actor);
            let made = match guarded(|| Ok(step(doc, actor))) {
                Ok(Ok(made)) => made,
                Ok(Err(CommandError::NoChange)) => break,
                Ok(Err(_)) => return Err(CoopError::RelayDocument),
                Err(error) => {
                    tracing::error!(doc = %head.id(coop), %error, "the relay's own document cannot be written");
                    return Err(CoopError::RelayDocument);
                }
            };
            self.append(writing, coop, &mut open, made)?;
        }
        if self.is_long(&open) {
            self.rebuild(writing, coop, &mut open)?;
        }
        self.keep(head.id(coop), open);
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
        let open = self.take(writing, coop, head)?;
        let answer = guarded(|| Ok(read(&open.doc))).map_err(|_| CoopError::RelayDocument)?;
        self.keep(head.id(coop), open);
        Ok(answer)
    }

    fn append(
        &self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        open: &mut Open,
        made: Made,
    ) -> Result<(), CoopError> {
        open.size.changes += 1;
        open.size.bytes += made.change.len() as u64;
        let meta = match &open.stored {
            Some(meta) => meta,
            None => open
                .stored
                .insert(writing.create(open.head.id(coop), &open.head)?),
        };
        let signature = self.key.sign(&signing_bytes(meta.id, made.hash)).to_bytes();
        writing.append(NewCommit {
            doc: meta,
            device: self.device,
            hash: made.hash,
            signature: Some(&signature),
            change: made.change,
            follows: 0,
            submission: None,
        })?;
        Ok(())
    }

    /// Adds to a document that members write, its last generation whatever `head` says; its row, when it has one.
    pub(super) fn add_to(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        head: &DocHead,
        say: impl FnOnce(&mut Automerge, Actor) -> Result<Vec<Made>, CommandError>,
    ) -> Result<Option<DocRow>, CoopError> {
        let mut open = self.take(writing, coop, head)?;
        let (doc, actor) = (&mut open.doc, open.actor);
        let Ok(Ok(changes)) = guarded(|| Ok(say(doc, actor))) else {
            return Err(CoopError::RelayDocument);
        };
        for made in changes {
            self.append(writing, coop, &mut open, made)?;
        }
        Ok(open.stored.map(|meta| meta.row))
    }

    /// An actor for one document: derived, so the same calls write the same bytes, and from the place, time and epoch, so
    /// never the same twice.
    fn actor(&self, writing: &Writing<'_>, id: DocId) -> Actor {
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
        actor
    }
}
