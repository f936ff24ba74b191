//! One document: what is kept of it, and what it says.

use std::cell::OnceCell;

use automerge::Automerge;
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::kind::Record;
use besace_model::sorted::SortedMap;

use super::{Unreadable, apply};
use crate::aside::{self, Mark, Tell};
use crate::search::{self, Searched};
use crate::store::DocRow;

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
    pub(super) stored_record: Vec<u8>,
    pub(super) record: OnceCell<Option<Record>>,
    /// What is searched of the record, once somebody searched.
    searched: OnceCell<Vec<Searched>>,
    pub(super) id: DocId,
    pub(super) tell: Tell,
    pub(super) is_aside: bool,
    /// Whether the record stands on the disk too, or is on its way there.
    pub(super) is_recorded: bool,
}

impl Doc {
    /// What is kept of a document with nothing in it yet.
    pub(super) fn empty_row(head: DocHead) -> DocRow {
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

    pub(super) fn new(id: DocId, row: DocRow, tell: Tell, is_aside: bool) -> Self {
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
            searched: OnceCell::new(),
        }
    }

    /// Sets the stored form of the record, read when first asked for.
    pub fn set_stored_record(&mut self, bytes: Vec<u8>) {
        self.is_recorded = !bytes.is_empty();
        self.stored_record = bytes;
        self.record = OnceCell::new();
        self.searched = OnceCell::new();
    }

    /// Sets the record; returns its stored form.
    pub fn set_record(&mut self, record: Record) -> Vec<u8> {
        let bytes = record.pack();
        self.row.conflicts = record.said().conflicts().len() as u32;
        self.stored_record = Vec::new();
        self.is_recorded = true;
        self.record = OnceCell::from(Some(record));
        self.searched = OnceCell::new();
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

    /// What is searched of it, read from the record when first asked for.
    #[must_use]
    pub fn searched(&self) -> &[Searched] {
        self.searched.get_or_init(|| {
            let record = self.record();
            record.map_or_else(Vec::new, |record| {
                search::searched(self.row.head.kind, record)
            })
        })
    }

    /// Whether what is searched of it was read since it last changed.
    #[must_use]
    pub fn is_searched(&self) -> bool {
        self.searched.get().is_some()
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
        self.marked(|it| Record::read(it.row.head.kind, &it.confirmed().ok()?))
    }

    /// Reads its content, which whoever outlives a crash is told.
    pub fn marked<T>(&self, read: impl FnOnce(&Self) -> T) -> T {
        Mark::of(self.id).begin(self.tell);
        let told = read(self);
        aside::end(self.tell);
        told
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
