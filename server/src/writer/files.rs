//! What is asked and noted about files: asked beside the writer, and by the writer itself in memory.

use besace_model::ids::{DocId, FileHash, MemberId};
use besace_model::time::Timestamp;
use tokio::sync::oneshot;

use super::Handle;
use super::job::Job;
use super::lent::Lent;
use crate::coop::{Brought, Checked, Coop, CoopError, FilesReader, Named};
use crate::store::docs::DocRow;
use crate::store::files::FileRow;

/// What the writer does about files, and when.
pub(super) type FilesWork = Box<dyn FnOnce(&mut Coop, Timestamp) + Send>;

impl Handle {
    /// A file that a document names now, for somebody who reads the document now.
    ///
    /// # Errors
    /// [`CoopError::NotFound`] when any of that is not so; whatever the store says.
    pub async fn look_for_file(
        &self,
        member: MemberId,
        doc: DocId,
        hash: FileHash,
    ) -> Result<Named, CoopError> {
        self.ask_files(move |files| files.look(member, doc, hash))
            .await
    }

    /// The file of that name, whichever document has it, and the bytes that a member and all take.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn file_and_room(
        &self,
        member: MemberId,
        hash: FileHash,
    ) -> Result<(Option<FileRow>, (u64, u64)), CoopError> {
        self.ask_files(move |files| Ok((files.find(hash)?, files.taken(member)?)))
            .await
    }

    /// Notes a file whose bytes are safe.
    ///
    /// # Errors
    /// [`CoopError::Quota`] when there is no room for it; whatever the store says.
    pub async fn note_file(&self, brought: Brought) -> Result<(), CoopError> {
        self.work(move |coop, now| coop.note_file(now, brought))
            .await
    }

    /// Forgets a file whose bytes are gone; with `lost`, also where documents have it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn forget_file(&self, hash: FileHash, lost: bool) -> Result<(), CoopError> {
        self.work(move |coop, now| coop.forget_file(now, hash, lost))
            .await
    }

    /// Looks whether some documents still name their files, and takes from them what they have not named since a time. Where
    /// to go on from; `None` at the end.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn check_files(
        &self,
        after: DocRow,
        since: Timestamp,
    ) -> Result<Option<DocRow>, CoopError> {
        let checked = self.ask_files(move |files| files.check(after)).await?;
        let Some(last) = checked.last().map(Checked::place) else {
            return Ok(None);
        };
        self.work(move |coop, now| coop.put_checked(now, since, &checked))
            .await?;
        Ok(Some(last))
    }

    /// Files that no document has any more, and whose bytes may go.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn gone_files(&self) -> Result<Vec<FileHash>, CoopError> {
        self.ask_files(|files| files.gone()).await
    }

    /// Whether a file is one of them.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn is_file_gone(&self, hash: FileHash) -> Result<bool, CoopError> {
        self.ask_files(move |files| files.is_gone(hash)).await
    }

    async fn ask_files<T: Send + 'static>(
        &self,
        ask: impl FnOnce(FilesReader<'_>) -> Result<T, CoopError> + Send + 'static,
    ) -> Result<T, CoopError> {
        if self.shared.shelf.is_writers() {
            return self.work(move |coop, _| coop.files(ask)).await;
        }
        let mut lent = Lent::take(&self.shared).await?;
        let asked = tokio::task::spawn_blocking(move || lent.reader()?.files(ask));
        asked.await.map_err(|_| CoopError::Poisoned)?
    }

    /// Has the writer do something, after all that was handed in before.
    ///
    /// # Errors
    /// What it comes to; [`CoopError::Quota`] while too much is queued.
    pub async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Coop, Timestamp) -> Result<T, CoopError> + Send + 'static,
    ) -> Result<T, CoopError> {
        let (answer, answered) = oneshot::channel();
        let work: FilesWork = Box::new(move |coop, now| drop(answer.send(work(coop, now))));
        self.send(Job::Files(work))?;
        answered.await.map_err(|_| CoopError::Poisoned)?
    }
}
