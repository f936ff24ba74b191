//! The relay as an author: documents that it alone writes travel the same road as everybody's.

use std::collections::BTreeMap;

use automerge::Automerge;
use besace_model::admission::snapshot::guarded;
use besace_model::command::CommandError;
use besace_model::commit::signing_bytes;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Made;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DocId};
use besace_model::kinds;
use besace_model::limits::ACTOR_BYTES;
use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256};

use super::CoopError;
use super::stored;
use super::writing::{NewCommit, Writing};
use crate::limits::{REBUILD_AFTER_BYTES, REBUILD_AFTER_CHANGES, REBUILD_AFTER_SHARE};
use crate::store::docs::{self, DocMeta, DocRow};
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
    uses: u64,
    rebuild_after: u64,
}

/// A document of the relay's in memory.
pub(super) struct Open {
    /// Its last generation.
    head: DocHead,
    stored: Option<DocMeta>,
    doc: Automerge,
    actor: Actor,
    size: Size,
    /// What it began with.
    base: Size,
    used: u64,
}

/// Changes, and their bytes.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    changes: u64,
    bytes: u64,
}

impl Size {
    fn of((changes, bytes): (u64, u64)) -> Self {
        Self { changes, bytes }
    }
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
            signature: &signature,
            change: made.change,
            follows: 0,
            submission: None,
        })?;
        Ok(())
    }

    /// Whether what was written since a document began is worth leaving behind.
    fn is_long(&self, open: &Open) -> bool {
        let (size, base) = (open.size, open.base);
        let is_long = |size: u64, base: u64, after: u64| {
            size.saturating_sub(base)
                >= after.saturating_add(base.saturating_mul(REBUILD_AFTER_SHARE))
        };
        is_long(size.changes, base.changes, self.rebuild_after)
            || is_long(size.bytes, base.bytes, REBUILD_AFTER_BYTES)
    }

    /// Has one of the relay's documents begin anew with what it says, without what it said.
    pub(super) fn forget_history(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        head: &DocHead,
    ) -> Result<(), CoopError> {
        let mut open = self.take(writing, coop, head)?;
        self.rebuild(writing, coop, &mut open)?;
        self.keep(head.id(coop), open);
        Ok(())
    }

    /// Puts a document that says the same without its history in the place of one: its next generation. What phones are
    /// given of it is one snapshot, so no phone ever has half of it.
    fn rebuild(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        open: &mut Open,
    ) -> Result<(), CoopError> {
        let Some(old) = open.stored.clone() else {
            return Ok(());
        };
        let now = writing.now;
        let build = |head: &DocHead, actor| kinds::rebuild(head, &open.doc, now, actor);
        match self.begin_anew(writing, coop, &old, build)? {
            Some(next) => *open = next,
            None => open.base = open.size,
        }
        Ok(())
    }

    /// Puts a document in the place of another, as its next generation. `None`: it cannot be built, and the old one goes
    /// on as it is.
    pub(super) fn begin_anew(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        old: &DocMeta,
        build: impl FnOnce(&DocHead, Actor) -> Result<(Automerge, Vec<Made>), CommandError>,
    ) -> Result<Option<Open>, CoopError> {
        let head = DocHead {
            generation: old.head.generation + 1,
            ..old.head.clone()
        };
        let actor = self.actor(writing, head.id(coop));
        let Ok(Ok((doc, changes))) = guarded(|| Ok(build(&head, actor))) else {
            tracing::error!(doc = %old.id, "the document cannot be rebuilt, and goes on as it is");
            return Ok(None);
        };
        let snapshot = doc.save();
        let mut next = Open {
            head,
            stored: None,
            doc,
            actor,
            size: Size::default(),
            base: Size::default(),
            used: 0,
        };
        for made in changes {
            self.append(writing, coop, &mut next, made)?;
        }
        next.base = next.size;
        let Some(new) = &next.stored else {
            return Ok(None);
        };
        writing.supersede(old, new, &snapshot)?;
        Ok(Some(next))
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

    /// A document, from memory or ready for writing.
    fn take(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        head: &DocHead,
    ) -> Result<Open, CoopError> {
        if let Some(open) = self.open.remove(&head.id(coop)) {
            return Ok(open);
        }
        let stored = docs::last(writing.conn, coop, head)?;
        let (doc, size, base) = match &stored {
            Some(meta) => {
                let size = |upto| log::size_of(writing.conn, meta.row, upto).map(Size::of);
                let sizes = (size(u64::MAX)?, size(meta.base_seq)?);
                (load_own(writing, meta)?, sizes.0, sizes.1)
            }
            None => (
                Genesis::document(head.kind),
                Size::default(),
                Size::default(),
            ),
        };
        let head = stored.as_ref().map_or(head, |meta| &meta.head).clone();
        Ok(Open {
            actor: self.actor(writing, head.id(coop)),
            head,
            stored,
            doc,
            size,
            base,
            used: 0,
        })
    }

    /// Keeps a document in memory, in the place of the one that was not used for longest when there are many.
    fn keep(&mut self, id: DocId, mut open: Open) {
        if self.open.len() >= KEPT_MAX {
            let oldest = self.open.iter().min_by_key(|(_, open)| open.used);
            if let Some(oldest) = oldest.map(|(id, _)| *id) {
                self.open.remove(&oldest);
            }
        }
        self.uses += 1;
        open.used = self.uses;
        self.open.insert(id, open);
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
