//! The documents met lately, and how many each owner has.

use std::sync::Arc;

use besace_model::admission::DocIndex;
use besace_model::ids::{DocId, MemberId};
use rusqlite::Connection;

use super::Indexes;
use super::indexed::Indexed;
use crate::limits::DOCS_MET_MAX;
use crate::store::StoreError;
use crate::store::docs::{self, DocMeta, DocRow};

/// How many documents an owner has, and the row of the last.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Owned {
    count: u64,
    upto: DocRow,
}

impl Indexes {
    /// What the file says of a document. Nothing of it ever changes but that it may be frozen: see
    /// [`Indexes::forget`].
    pub(in crate::coop) fn find(
        &mut self,
        conn: &Connection,
        id: DocId,
    ) -> Result<Option<Arc<DocMeta>>, StoreError> {
        if let Some(doc) = self.met.get(&id) {
            return Ok(Some(Arc::clone(doc)));
        }
        let found = docs::find(conn, id)?.map(|doc| self.meet(doc));
        Ok(found)
    }

    /// Takes in a document that was just made, with the index that its first change was judged by.
    pub(in crate::coop) fn add(&mut self, doc: DocMeta, index: DocIndex) -> Arc<DocMeta> {
        self.put(&doc, Indexed::new(index));
        self.meet(doc)
    }

    /// How many documents an owner has. Only those made since the last question are counted.
    pub(in crate::coop) fn count_of(
        &mut self,
        conn: &Connection,
        owner: MemberId,
    ) -> Result<u64, StoreError> {
        if self.owned.len() >= DOCS_MET_MAX {
            self.owned.clear();
        }
        let owned = self.owned.entry(owner).or_default();
        let (more, last) = docs::count_after(conn, owner, owned.upto)?;
        owned.count += more;
        owned.upto = last.unwrap_or(owned.upto);
        Ok(owned.count)
    }

    fn meet(&mut self, doc: DocMeta) -> Arc<DocMeta> {
        if self.met.len() >= DOCS_MET_MAX {
            self.met.clear();
        }
        let doc = Arc::new(doc);
        self.met.insert(doc.id, Arc::clone(&doc));
        doc
    }

    /// Documents that are only asked about take room too.
    pub(super) fn settle_in(&mut self, doc: DocRow) {
        self.weigh(doc);
        self.shrink();
    }
}
