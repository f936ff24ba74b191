//! The few documents that are loaded, because something is being written to them.

use automerge::Automerge;
use besace_model::ids::DocId;
use besace_model::kind::Record;

use super::marks;
use super::{Docs, LOADED_MAX, Unreadable, apply};
use crate::base::Base;
use crate::outbox::Item;
use crate::store::{self, Batch, CHANGES, RECORDS, SNAPSHOTS};

/// Changes after a snapshot before they are folded into it.
const CHANGES_MAX: usize = 64;
/// Bytes of changes after a snapshot before they are folded into it.
const CHANGES_BYTES_MAX: usize = 128 * 1024;

impl Docs {
    /// The document with pending commands on top, loaded.
    ///
    /// # Errors
    /// [`Unreadable`] when its bytes are not a document, or set aside.
    pub fn shown<'a>(
        &mut self,
        id: DocId,
        pending: impl Iterator<Item = &'a Item>,
    ) -> Result<&mut Automerge, Unreadable> {
        if let Some(at) = self.loaded.iter().position(|(loaded, _)| *loaded == id) {
            let loaded = self.loaded.remove(at);
            self.loaded.push(loaded);
        } else {
            let doc = self.all.get(&id).ok_or(Unreadable)?;
            let mut shown = doc.confirmed()?;
            apply(&mut shown, pending.map(|item| item.row.change.as_slice()))?;
            self.keep(id, shown);
        }
        self.loaded.last_mut().map(|(_, doc)| doc).ok_or(Unreadable)
    }

    /// The same, taken out until it is kept again.
    ///
    /// # Errors
    /// As [`Docs::shown`].
    pub fn take_shown<'a>(
        &mut self,
        id: DocId,
        pending: impl Iterator<Item = &'a Item>,
    ) -> Result<Automerge, Unreadable> {
        self.shown(id, pending)?;
        self.loaded.pop().map(|(_, shown)| shown).ok_or(Unreadable)
    }

    /// Keeps a loaded document in place of the one that was.
    pub fn keep(&mut self, id: DocId, shown: Automerge) {
        self.unload(id);
        if self.loaded.len() >= LOADED_MAX {
            self.loaded.remove(0);
        }
        self.loaded.push((id, shown));
    }

    /// Forgets the loaded form.
    pub fn unload(&mut self, id: DocId) {
        self.loaded.retain(|(loaded, _)| *loaded != id);
    }

    /// Makes the record anew from the loaded document and writes it with the document's row.
    pub fn write_record(&mut self, id: DocId, batch: &mut Batch) {
        let Some((_, shown)) = self.loaded.iter().find(|(loaded, _)| *loaded == id) else {
            return;
        };
        if let Some(doc) = self.all.get_mut(&id)
            && let Some(record) = Record::read(doc.row.head.kind, shown)
        {
            let record = doc.set_record(record);
            doc.row.rereads = marks::follow(shown, &doc.row.heads, &doc.row.rereads);
            doc.row.heads = Base::of(shown).heads().to_vec();
            batch.put(RECORDS, id.to_string(), record);
            doc.write_row(id, batch);
        }
    }

    /// Folds changes into the snapshot when there are many. Only when nothing is pending: what is loaded is then
    /// what the relay accepted.
    pub fn fold(&mut self, id: DocId, batch: &mut Batch) {
        let Some(doc) = self.all.get_mut(&id) else {
            return;
        };
        let bytes: usize = doc.changes.values().map(Vec::len).sum();
        let few = doc.changes.len() <= CHANGES_MAX && bytes <= CHANGES_BYTES_MAX;
        if few || doc.row.fresh_from.is_some() {
            return;
        }
        let Some((_, shown)) = self.loaded.iter().find(|(loaded, _)| *loaded == id) else {
            return;
        };
        doc.snapshot = shown.save();
        batch.put(SNAPSHOTS, id.to_string(), doc.snapshot.clone());
        for number in std::mem::take(&mut doc.changes).into_keys() {
            batch.delete(CHANGES, store::part_key(id, number));
        }
    }
}
