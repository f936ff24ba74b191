//! The documents of this phone: what the relay accepted as bytes, what is shown as plain data, and the few that are
//! loaded because something is being written to them.
//!
//! **Invariant**: starting the app loads no Automerge document. Views read records; a document is loaded only when it
//! is written to or receives changes, and at most [`LOADED_MAX`] stay loaded.

mod generations;
mod marks;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use automerge::{Automerge, Change};
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::kind::Record;
use besace_model::sorted::SortedMap;

use crate::aside::{self, Mark, Tell, tell_nobody};
use crate::base::Base;
use crate::outbox::Item;
use crate::store::{
    self, ASIDE, AsideRow, Batch, CHANGES, DOCS, DocRow, PIECES, RECORDS, SNAPSHOTS,
};

/// Documents kept loaded.
pub const LOADED_MAX: usize = 12;
/// Changes after a snapshot before they are folded into it.
const CHANGES_MAX: usize = 64;
/// Bytes of changes after a snapshot before they are folded into it.
const CHANGES_BYTES_MAX: usize = 128 * 1024;

/// A document's bytes cannot be read: it must be asked for again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the document cannot be read")]
pub struct Unreadable;

/// One document.
#[derive(Debug)]
pub struct Doc {
    /// What is kept of it beside its content.
    pub row: DocRow,
    /// The Automerge file the relay sent, or one made from it; empty: the genesis alone.
    pub snapshot: Vec<u8>,
    /// Accepted changes after the snapshot, by number.
    pub changes: SortedMap<u32, Vec<u8>>,
    /// Pieces of a snapshot under way, by offset.
    pub pieces: SortedMap<u32, Vec<u8>>,
    stored_record: Vec<u8>,
    record: OnceCell<Option<Record>>,
    id: DocId,
    tell: Tell,
    is_aside: bool,
    /// Whether the record stands on the disk too, or is on its way there.
    is_recorded: bool,
}

impl Doc {
    /// What is kept of a document with nothing in it yet.
    fn empty_row(head: DocHead) -> DocRow {
        DocRow {
            head,
            received: SortedMap::new(),
            download: None,
            next_change: 0,
            confirmed: false,
            conflicts: 0,
            life: 0,
            fresh_from: None,
            session: None,
            heads: Vec::new(),
            rereads: Vec::new(),
            spare: None,
        }
    }

    fn new(id: DocId, row: DocRow, tell: Tell, is_aside: bool) -> Self {
        Self {
            id,
            tell,
            is_aside,
            is_recorded: false,
            row,
            snapshot: Vec::new(),
            changes: SortedMap::new(),
            pieces: SortedMap::new(),
            stored_record: Vec::new(),
            record: OnceCell::new(),
        }
    }

    /// Sets the stored form of the record, read when first asked for.
    pub fn set_stored_record(&mut self, bytes: Vec<u8>) {
        self.is_recorded = !bytes.is_empty();
        self.stored_record = bytes;
        self.record = OnceCell::new();
    }

    /// Sets the record; returns its stored form.
    pub fn set_record(&mut self, record: Record) -> Vec<u8> {
        let bytes = record.pack();
        self.row.conflicts = record.said().conflicts().len() as u32;
        self.stored_record = Vec::new();
        self.is_recorded = true;
        self.record = OnceCell::from(Some(record));
        bytes
    }

    /// The document as shown; `None` when there is none to read. One set aside is shown as it was, if that is known.
    #[must_use]
    pub fn record(&self) -> Option<&Record> {
        self.record
            .get_or_init(|| {
                Record::unpack(self.row.head.kind, &self.stored_record)
                    .ok()
                    .or_else(|| self.read_record())
            })
            .as_ref()
    }

    /// Whether its record is kept, and not read from its content each time the app starts.
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        self.is_recorded
    }

    /// Whether its record is kept, and cannot be read: in the form of another version, or, where it is looked at closely,
    /// damaged.
    #[must_use]
    pub fn is_unreadably_recorded(&self, closely: bool) -> bool {
        let (kind, row) = (self.row.head.kind, &self.stored_record);
        let is_kept = !row.is_empty() && kind.spec().is_some();
        is_kept
            && (!Record::is_of_today(kind, row) || closely && Record::unpack(kind, row).is_err())
    }

    fn read_record(&self) -> Option<Record> {
        if self.is_aside || !self.has_content() {
            return None;
        }
        Mark::of(self.id).begin(self.tell);
        let doc = self.confirmed();
        let record = doc
            .ok()
            .and_then(|doc| Record::read(self.row.head.kind, &doc));
        aside::end(self.tell);
        record
    }

    /// Whether the relay has given any of it.
    #[must_use]
    pub fn has_content(&self) -> bool {
        !self.snapshot.is_empty() || !self.changes.is_empty()
    }

    /// What the relay accepted.
    ///
    /// # Errors
    /// [`Unreadable`] when the bytes are not a document, or set aside.
    pub fn confirmed(&self) -> Result<Automerge, Unreadable> {
        if self.is_aside {
            return Err(Unreadable);
        }
        let mut doc = if self.snapshot.is_empty() {
            Genesis::document(self.row.head.kind)
        } else {
            Automerge::load(&self.snapshot).map_err(|_| Unreadable)?
        };
        apply(&mut doc, self.changes.values().map(Vec::as_slice))?;
        Ok(doc)
    }
}

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

    /// Says that a document is about to be read, with a snapshot of it that just came.
    pub fn begin(&self, id: DocId, snapshot: Option<u64>) {
        Mark { doc: id, snapshot }.begin(self.tell);
    }

    /// Says that it has been.
    pub fn end(&self) {
        aside::end(self.tell);
    }

    /// Documents that are not read.
    #[must_use]
    pub fn aside(&self) -> &SortedMap<DocId, AsideRow> {
        &self.aside
    }

    /// Reads a document no more.
    pub fn set_aside(&mut self, id: DocId, row: AsideRow) {
        self.unload(id);
        self.aside.insert(id, row);
        if let Some(doc) = self.all.get_mut(&id) {
            doc.is_aside = true;
        }
    }

    /// Reads a document again that was set aside, from what the phone holds now; whether it was.
    pub fn take_back(&mut self, id: DocId) -> bool {
        if let Some(doc) = self.all.get_mut(&id) {
            doc.is_aside = false;
            doc.set_stored_record(Vec::new());
        }
        self.aside.remove(&id).is_some()
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

impl Doc {
    /// Writes what is kept beside the content.
    pub fn write_row(&self, id: DocId, batch: &mut Batch) {
        batch.put(DOCS, id.to_string(), store::to_cbor(&self.row));
    }

    /// The relay speaks of it. When it started over since it last did, all that is here is of its life before.
    pub fn meet(&mut self, id: DocId, life: u32, batch: &mut Batch) {
        if self.row.life == life {
            return;
        }
        self.row.life = life;
        self.row.confirmed = false;
        // What it wrote in its session may be gone, and still be held elsewhere.
        self.row.session = None;
        self.row.fresh_from = self.has_content().then_some(self.row.next_change);
        self.row.download = None;
        for offset in std::mem::take(&mut self.pieces).into_keys() {
            batch.delete(PIECES, store::part_key(id, offset));
        }
        self.write_row(id, batch);
    }

    /// Drops what the relay did not say again in this life; whether there was anything.
    pub fn drop_stale(&mut self, id: DocId, life: u32, batch: &mut Batch) -> bool {
        self.meet(id, life, batch);
        let Some(fresh_from) = self.row.fresh_from.take() else {
            return false;
        };
        let fresh = self.changes.split_off(&fresh_from);
        for number in std::mem::replace(&mut self.changes, fresh).into_keys() {
            batch.delete(CHANGES, store::part_key(id, number));
        }
        self.snapshot.clear();
        batch.delete(SNAPSHOTS, id.to_string());
        self.write_row(id, batch);
        true
    }

    /// Appends an accepted change, once.
    pub fn append(&mut self, id: DocId, change: Vec<u8>, batch: &mut Batch) {
        self.row.confirmed = true;
        let fresh_from = self.row.fresh_from.unwrap_or_default();
        let mut fresh = self.changes.iter().filter(|(at, _)| **at >= fresh_from);
        if fresh.any(|(_, kept)| *kept == change) {
            return;
        }
        let number = self.row.next_change;
        self.row.next_change += 1;
        batch.put(CHANGES, store::part_key(id, number), change.clone());
        self.changes.insert(number, change);
    }

    /// Puts a whole snapshot, as loaded, in place of what the relay had given before; what it accepted since stays.
    pub fn replace(&mut self, id: DocId, snapshot: Vec<u8>, loaded: &Automerge, batch: &mut Batch) {
        let fresh_from = self.row.fresh_from.take().unwrap_or_default();
        let holds = |change: &[u8]| {
            Change::from_bytes(change.to_vec())
                .is_ok_and(|change| loaded.get_change_meta_by_hash(&change.hash()).is_some())
        };
        self.changes.retain(|number, change| {
            let stays = *number >= fresh_from && !holds(change);
            if !stays {
                batch.delete(CHANGES, store::part_key(id, *number));
            }
            stays
        });
        for offset in std::mem::take(&mut self.pieces).into_keys() {
            batch.delete(PIECES, store::part_key(id, offset));
        }
        self.row.download = None;
        self.row.confirmed = true;
        batch.put(SNAPSHOTS, id.to_string(), snapshot.clone());
        self.snapshot = snapshot;
    }

    /// Puts a whole snapshot, unread, in place of everything the phone held of a document that is set aside.
    pub fn replace_unread(&mut self, id: DocId, snapshot: Vec<u8>, batch: &mut Batch) {
        self.delete_parts(id, batch);
        self.changes.clear();
        self.pieces.clear();
        self.row.fresh_from = None;
        self.row.download = None;
        self.row.session = None;
        self.row.confirmed = true;
        batch.put(SNAPSHOTS, id.to_string(), snapshot.clone());
        self.snapshot = snapshot;
        self.write_row(id, batch);
    }

    fn delete_parts(&self, id: DocId, batch: &mut Batch) {
        for number in self.changes.keys() {
            batch.delete(CHANGES, store::part_key(id, *number));
        }
        for offset in self.pieces.keys() {
            batch.delete(PIECES, store::part_key(id, *offset));
        }
    }
}
