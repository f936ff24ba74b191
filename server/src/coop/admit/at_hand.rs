//! Documents at hand: their index in memory, and what it knows of a commit.

use besace_model::ids::CommitHash;
use besace_model::wire::Receipt;

use crate::coop::Inside;
use crate::coop::ready::Ready;
use crate::store::docs::DocMeta;
use crate::store::{StoreError, log};

impl Inside<'_> {
    /// Sees to it that a document's index is in memory. False: it is not, and the push is to come again.
    pub(super) fn bring_to_hand(
        &mut self,
        doc: &DocMeta,
        ready: Ready,
    ) -> Result<bool, StoreError> {
        let conn = self.writing.conn;
        match ready {
            Ready::Damaged => return Err(StoreError::Damaged("a logged change")),
            Ready::Index(made, upto) => self.indexes.take_in(conn, doc, *made, upto)?,
            _ if self.judging.relies_on_readers => {}
            _ => self.indexes.rebuild(conn, doc)?,
        }
        Ok(self.indexes.has(doc.row))
    }

    /// Takes nothing more into a document until a person has looked at it: what is stored of it is no good, or
    /// Automerge fails on it. Everybody else's commits go on.
    pub(in crate::coop) fn freeze(&mut self, doc: &DocMeta) -> Result<(), StoreError> {
        tracing::error!(doc = %doc.id, "the document cannot be read and is frozen");
        self.writing.freeze(doc.row)?;
        self.indexes.forget(doc.row);
        Ok(())
    }

    /// The receipt of a change that a document at hand has.
    pub(in crate::coop) fn known(
        &mut self,
        doc: &DocMeta,
        hash: &CommitHash,
    ) -> Result<Option<Receipt>, StoreError> {
        let conn = self.writing.conn;
        let place = self
            .indexes
            .get(doc.row)
            .and_then(|indexed| indexed.place_of(hash));
        place.map(|seq| log::receipt(conn, seq)).transpose()
    }
}
