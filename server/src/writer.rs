//! The threads around one open cooperative: one that writes, and readers beside it. Whatever queued while the disk was
//! busy goes into the next group commit. Handles are cheap to clone and safe to drop at any await.

mod files;
mod job;
mod lanes;
mod lent;
mod links;
mod read;
mod shared;
mod spawn;
mod submit;
mod submitted;
mod thread;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{SyncSender, TrySendError};

use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::time::Timestamp;
use tokio::sync::oneshot;

pub use spawn::spawn;
pub use submitted::{Admitted, Submitted};

use crate::coop::{CoopError, Decision, Done, Glance, Known, People};
pub use job::Haste;
use job::{Answer, Job, Room};
use lanes::Lanes;
use shared::Shared;

/// A cooperative in use. Cheap to clone.
#[derive(Clone)]
pub struct Handle {
    jobs: Arc<SyncSender<Job>>,
    shared: Arc<Shared>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handle")
            .field("coop", &self.shared.coop)
            .finish_non_exhaustive()
    }
}

impl Handle {
    /// The cooperative's id.
    #[must_use]
    pub fn coop(&self) -> CoopId {
        self.shared.coop
    }

    /// Who is who now.
    #[must_use]
    pub fn people(&self) -> Arc<People> {
        self.shared.glance.people()
    }

    /// What memory answers without the file.
    #[must_use]
    pub fn glance(&self) -> &Glance {
        &self.shared.glance
    }

    /// Seconds spent on what is derived, read and written, since the cooperative was opened.
    #[must_use]
    pub fn derived_s(&self) -> f64 {
        self.shared.derived_ms.load(Ordering::Relaxed) as f64 / 1e3
    }

    /// Carries out a decision about people.
    ///
    /// # Errors
    /// [`CoopError`] says why not.
    pub async fn decide(&self, actor: MemberId, decision: Decision) -> Result<Done, CoopError> {
        let (answer, answered) = oneshot::channel();
        self.send(Job::Decide(actor, Box::new(decision), answer))?;
        answered.await.map_err(|_| CoopError::Poisoned)?
    }

    /// Notes that a device was seen; nobody waits for it.
    pub fn seen(&self, now: Timestamp, device: DeviceId) {
        self.shared.glance.is_here(now, device);
        if self.shared.glance.see(now, device) {
            // A writer whose queue is full looks for itself before it rests.
            let _ = self.jobs.try_send(Job::Tidy);
        }
    }

    /// Lets go of a cooperative whose writer has ended: links are sent away, and no connection to its file stays.
    pub fn abandon(&self) {
        self.shared.wake(|hub| hub.dismiss_all(ErrorCode::Retry));
        self.shared.close_readers();
    }

    /// Closes the reading connections that nobody used since this was called before.
    pub fn close_unused_readers(&self) {
        self.shared.shelf.clear_unused();
        self.shared.lanes.iter().for_each(Lanes::clear_unused);
    }

    /// Has the cooperative rest when nothing is left to do: its file is closed in order then, and what it takes to find it is
    /// given. `None` when it goes on. The caller sees to it that nobody else uses it.
    ///
    /// # Errors
    /// [`CoopError::Poisoned`] when its writer has ended.
    pub async fn rest(&self, haste: Haste) -> Result<Option<Known>, CoopError> {
        let (answer, answered) = oneshot::channel();
        self.send(Job::Rest(haste, answer))?;
        answered.await.map_err(|_| CoopError::Poisoned)
    }

    /// Sends every link away, finishes what is queued, and closes the file.
    ///
    /// # Errors
    /// What closing it failed with; [`CoopError::Poisoned`] when its writer had ended.
    pub async fn close(&self) -> Result<(), CoopError> {
        {
            let mut live = self.shared.live();
            let links = live.hub.dismiss_all(ErrorCode::Retry);
            live.wake(links);
        }
        let (answer, answered) = oneshot::channel();
        if !self.send_blocking(Job::Close(answer)).await {
            return Err(CoopError::Poisoned);
        }
        answered.await.unwrap_or(Err(CoopError::Poisoned))
    }

    fn send(&self, job: Job) -> Result<(), CoopError> {
        self.jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) => CoopError::Quota,
            TrySendError::Disconnected(_) => CoopError::Poisoned,
        })
    }

    async fn send_blocking(&self, job: Job) -> bool {
        let jobs = Arc::clone(&self.jobs);
        let sent = tokio::task::spawn_blocking(move || jobs.send(job).is_ok());
        sent.await.unwrap_or(false)
    }
}

#[cfg(test)]
mod tests;
