//! The documents of this phone: what the relay accepted as bytes, what is shown as plain data, and the few that are
//! loaded because something is being written to them.
//!
//! **Invariant**: starting the app loads no Automerge document. Views read records; a document is loaded only when it
//! is written to or receives changes, and at most [`LOADED_MAX`] stay loaded.

mod aside;
mod doc;
mod generations;
mod loaded;
mod marks;
mod rows;

use std::collections::BTreeMap;

use automerge::{Automerge, Change};
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::sorted::SortedMap;

use crate::aside::{Tell, tell_nobody};
use crate::store::{ASIDE, AsideRow, Batch, DOCS, DocRow, RECORDS, SNAPSHOTS};

pub use doc::Doc;

/// Documents kept loaded.
pub const LOADED_MAX: usize = 12;

/// A document's bytes cannot be read: it must be asked for again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the document cannot be read")]
pub struct Unreadable;

/// Applies raw changes.
///
/// # Errors
/// [`Unreadable`] when one is not a change.
pub fn apply<'a>(
    doc: &mut Automerge,
    changes: impl Iterator<Item = &'a [u8]>,
) -> Result<(), Unreadable> {
    let changes = changes
        .map(|bytes| Change::from_bytes(bytes.to_vec()).map_err(|_| Unreadable))
        .collect::<Result<Vec<_>, _>>()?;
    doc.apply_changes(changes).map_err(|_| Unreadable)
}

/// All documents.
#[derive(Debug)]
pub struct Docs {
    all: BTreeMap<DocId, Doc>,
    /// Those that took the place of another.
    rebuilt: Vec<DocId>,
    /// The most recently used last.
    loaded: Vec<(DocId, Automerge)>,
    aside: SortedMap<DocId, AsideRow>,
    tell: Tell,
}

impl Default for Docs {
    fn default() -> Self {
        Self::new(tell_nobody)
    }
}

impl Docs {
    /// No documents. Who outlives a crash is told which one is being read.
    #[must_use]
    pub fn new(tell: Tell) -> Self {
        Self {
            all: BTreeMap::new(),
            rebuilt: Vec::new(),
            loaded: Vec::new(),
            aside: SortedMap::new(),
            tell,
        }
    }

    /// A document.
    #[must_use]
    pub fn get(&self, id: DocId) -> Option<&Doc> {
        self.all.get(&id)
    }

    /// A document, to change what is kept of it.
    pub fn get_mut(&mut self, id: DocId) -> Option<&mut Doc> {
        self.all.get_mut(&id)
    }

    /// A document, made when missing.
    pub fn get_or_make(&mut self, id: DocId, head: &DocHead) -> &mut Doc {
        self.note_generation(id, head);
        let (tell, is_aside) = (self.tell, self.aside.contains_key(&id));
        self.all
            .entry(id)
            .or_insert_with(|| Doc::new(id, Doc::empty_row(head.clone()), tell, is_aside))
    }

    /// A document as its row says, without content.
    pub fn put_row(&mut self, id: DocId, row: DocRow) {
        self.note_generation(id, &row.head);
        let is_aside = self.aside.contains_key(&id);
        self.all.insert(id, Doc::new(id, row, self.tell, is_aside));
    }

    /// Every document.
    pub fn iter(&self) -> impl Iterator<Item = (DocId, &Doc)> {
        self.all.iter().map(|(id, doc)| (*id, doc))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Forgets a document and its rows.
    pub fn forget(&mut self, id: DocId, batch: &mut Batch) {
        self.unload(id);
        self.rebuilt.retain(|rebuilt| *rebuilt != id);
        let key = id.to_string();
        if self.aside.remove(&id).is_some() {
            batch.delete(ASIDE, key.clone());
        }
        let Some(doc) = self.all.remove(&id) else {
            return;
        };
        for store in [DOCS, RECORDS, SNAPSHOTS] {
            batch.delete(store, key.clone());
        }
        doc.delete_parts(id, batch);
    }
}
