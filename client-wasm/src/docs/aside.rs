//! Documents that end the app when they are read: which one is being read, and those that are read no more.

use besace_model::ids::DocId;
use besace_model::sorted::SortedMap;

use super::Docs;
use crate::aside::{self, Mark};
use crate::store::AsideRow;

impl Docs {
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
}
