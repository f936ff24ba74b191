//! The relay's documents in memory: taken from the file, kept while they are in use.

use automerge::Automerge;
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DocId};

use super::{Actor, RelayAuthor};
use crate::coop::writing::Writing;
use crate::coop::{CoopError, stored};
use crate::store::docs::{self, DocMeta};
use crate::store::{StoreError, log};

/// The relay's documents kept in memory.
const KEPT_MAX: usize = 64;

/// A document of the relay's in memory.
pub(in crate::coop) struct Open {
    /// Its last generation.
    pub(super) head: DocHead,
    pub(super) stored: Option<DocMeta>,
    pub(super) doc: Automerge,
    pub(super) actor: Actor,
    pub(super) size: Size,
    /// What it began with.
    pub(super) base: Size,
    pub(super) used: u64,
}

/// Changes, and their bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Size {
    pub(super) changes: u64,
    pub(super) bytes: u64,
}

impl Size {
    fn of((changes, bytes): (u64, u64)) -> Self {
        Self { changes, bytes }
    }
}

impl RelayAuthor {
    /// A document, from memory or ready for writing.
    pub(super) fn take(
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
            Some(meta) => load_own(writing, meta)?,
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
    pub(super) fn keep(&mut self, id: DocId, mut open: Open) {
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
}

/// One of the relay's documents, what it is long and what it began with. One that cannot be read is frozen, and is no reason
/// to end: what stands in it is kept elsewhere too.
fn load_own(
    writing: &mut Writing<'_>,
    meta: &DocMeta,
) -> Result<(Automerge, Size, Size), CoopError> {
    if meta.is_frozen {
        return Err(CoopError::RelayDocument);
    }
    let conn = writing.conn;
    let size = |upto| log::size_of(conn, meta.row, upto).map(Size::of);
    let load = || {
        Ok((
            stored::load(conn, meta, u64::MAX)?,
            size(u64::MAX)?,
            size(meta.base_seq)?,
        ))
    };
    match load() {
        Err(StoreError::Damaged(_)) => {
            tracing::error!(doc = %meta.id, "the relay's own document cannot be read and is frozen");
            writing.freeze(meta.row)?;
            Err(CoopError::RelayDocument)
        }
        loaded => Ok(loaded?),
    }
}
