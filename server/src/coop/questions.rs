//! What can be asked of an open cooperative on the writer's own connection, and what hands it to other threads.

use std::sync::Arc;

use besace_model::head::DocHead;
use besace_model::ids::{DocId, MemberId};
use besace_model::time::Timestamp;

use super::Coop;
use super::error::CoopError;
use super::page::{Ask, Page};
use super::reader::{self, Glance, Readers};
use super::stored::Exported;
use crate::store::invitations::SecretHash;

impl Coop {
    /// One page of what is new to a phone, read through the writer's own connection.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn read_after(&self, ask: &Ask<'_>) -> Result<Page, CoopError> {
        Ok(self.glance().page(self.store.conn(), usize::MAX, ask)?)
    }

    /// What opens readers for other threads; `None` in memory.
    #[must_use]
    pub fn readers(&self) -> Option<Readers> {
        let path = self.store.path()?.to_owned();
        let glance = self.glance();
        Some(Readers { path, glance })
    }

    /// Leaves making indexes to [`CoopReader::make_ready`](super::CoopReader::make_ready): a push to a document that is not at hand and brings no index
    /// along is asked to come again. Otherwise, as in memory where there are no readers, the writer makes it itself.
    pub fn rely_on_readers(&mut self) {
        self.judging.relies_on_readers = true;
    }

    /// What needs no file, for any thread.
    #[must_use]
    pub fn glance(&self) -> Glance {
        Glance {
            board: Arc::clone(&self.board),
            trials: Arc::clone(&self.trials),
            people: Arc::clone(&self.people),
            at_hand: self.indexes.at_hand(),
            seen: Arc::clone(&self.seen),
            named: Arc::clone(&self.named),
            notices: Arc::clone(&self.notices),
            certifier: self.certifier.clone(),
        }
    }

    /// Whom an invitation invites; nothing is spent.
    ///
    /// # Errors
    /// [`CoopError`] says why it invites nobody.
    pub fn invited(&self, secret: &SecretHash, now: Timestamp) -> Result<MemberId, CoopError> {
        reader::invited(self.store.conn(), secret, now)
    }

    /// A document as an Automerge file, for exports.
    ///
    /// # Errors
    /// [`CoopError::NotFound`] when there is none of that name; whatever the store says.
    pub fn export(&self, doc: DocId) -> Result<Exported, CoopError> {
        reader::export(self.store.conn(), doc)
    }

    /// Every document's name, and what it is.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn documents(&self) -> Result<Vec<(DocId, DocHead)>, CoopError> {
        let all = crate::store::docs::all(self.store.conn())?;
        Ok(all.into_iter().map(|doc| (doc.id, doc.head)).collect())
    }

    /// Checks every page and row of the file. Slow on a big one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when anything is wrong; whatever the store says.
    pub fn check(&self) -> Result<(), CoopError> {
        Ok(self.store.quick_check()?)
    }
}
