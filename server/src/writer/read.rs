//! Reading beside the writer: on a reader's connection, or on the writer's own in memory.

use std::collections::BTreeSet;

use besace_model::ids::{DocId, MemberId};
use besace_model::kind::KindSet;
use besace_model::time::Timestamp;
use besace_model::wire::{Cursor, Witness};
use tokio::sync::oneshot;

use super::Handle;
use super::job::Job;
use super::lent::{Lent, OwnedAsk};
use crate::coop::{CoopError, Exported, Page};
use crate::store::invitations::SecretHash;

impl Handle {
    /// One page of what is new to a phone.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn read_after(
        &self,
        member: MemberId,
        cursor: Option<Cursor>,
        witness: Option<Witness>,
        skip: BTreeSet<u64>,
        kinds: KindSet,
        now: Timestamp,
    ) -> Result<Page, CoopError> {
        let ask = OwnedAsk {
            member,
            cursor,
            witness,
            skip,
            kinds,
            now,
        };
        if let Some(page) = self.shared.glance.nothing_new(&ask.ask()) {
            return Ok(page);
        }
        if self.shared.shelf.is_writers() {
            let (answer, answered) = oneshot::channel();
            self.send(Job::Read(ask, answer))?;
            return answered.await.map_err(|_| CoopError::Poisoned)?;
        }
        let (page, ask) = self.read_page(ask).await?;
        let Some((doc, upto)) = page.waits.filter(|_| page.is_waiting()) else {
            return Ok(page);
        };
        // Nobody else waits for the reader meanwhile.
        self.shared.wait_for_trial(doc, upto).await;
        Ok(self.read_page(ask).await?.0)
    }

    async fn read_page(&self, ask: OwnedAsk) -> Result<(Page, OwnedAsk), CoopError> {
        let mut lent = Lent::take(&self.shared).await?;
        let read = tokio::task::spawn_blocking(move || {
            let page = lent.reader()?.read_after(&ask.ask())?;
            Ok::<_, CoopError>((page, ask))
        });
        let read = read.await.map_err(|_| CoopError::Poisoned)?;
        if let Err(CoopError::Store(error)) = &read
            && error.is_damage()
        {
            // A full queue has others read the same, and doubt again.
            let _ = self.jobs.try_send(Job::Doubt);
        }
        let (page, ask) = read?;
        let built = self.shared.glance.take_built();
        if !built.is_empty() {
            // A full queue leaves the document untried, so it is tried, and told, again.
            self.send(Job::Failed(built))?;
        }
        Ok((page, ask))
    }

    /// A document as an Automerge file.
    ///
    /// # Errors
    /// [`CoopError::NotFound`], or whatever the store says.
    pub async fn export(&self, doc: DocId) -> Result<Exported, CoopError> {
        if self.shared.shelf.is_writers() {
            let (answer, answered) = oneshot::channel();
            self.send(Job::Export(doc, answer))?;
            return answered.await.map_err(|_| CoopError::Poisoned)?;
        }
        let mut lent = Lent::take(&self.shared).await?;
        let read = tokio::task::spawn_blocking(move || lent.reader()?.export(doc));
        read.await.map_err(|_| CoopError::Poisoned)?
    }

    /// Whom an invitation invites; nothing is spent.
    ///
    /// # Errors
    /// [`CoopError`] says why it invites nobody.
    pub async fn invited(&self, secret: SecretHash, now: Timestamp) -> Result<MemberId, CoopError> {
        if self.shared.shelf.is_writers() {
            let (answer, answered) = oneshot::channel();
            self.send(Job::Invited(secret, now, answer))?;
            return answered.await.map_err(|_| CoopError::Poisoned)?;
        }
        let mut lent = Lent::take(&self.shared).await?;
        let read = tokio::task::spawn_blocking(move || lent.reader()?.invited(&secret, now));
        read.await.map_err(|_| CoopError::Poisoned)?
    }
}
