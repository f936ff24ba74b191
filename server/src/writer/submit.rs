//! Handing in what a phone pushes.

use besace_model::wire::DocPush;
use tokio::sync::oneshot;

use super::Handle;
use super::job::{Job, Room};
use super::submitted::Submitted;
use crate::coop::{self, Prepared, Submission};
use crate::hub::LinkId;
use crate::limits::RETRY_MS;

/// Signatures verified on the caller's own thread; more go to a blocking one.
const VERIFIED_INLINE: usize = 4;

impl Handle {
    /// Hands in what a phone pushed, to be judged and stored after all that was handed in before. `link` is the live
    /// link it came by.
    pub async fn submit(&self, link: Option<LinkId>, pushes: Vec<DocPush>) -> Submitted {
        let commits: usize = pushes.iter().map(|push| push.commits.len()).sum();
        let ops = self.shared.room_for(&pushes).await;
        let people = self.people();
        let coop = self.coop();
        let prepare = move || -> Vec<Prepared> {
            let pushes = pushes.into_iter();
            pushes
                .map(|push| Prepared::new(coop, &people, push))
                .collect()
        };
        let pushes = if commits <= VERIFIED_INLINE {
            prepare()
        } else {
            tokio::task::spawn_blocking(prepare)
                .await
                .unwrap_or_default()
        };
        let (pushes, work, index) = self.shared.make_ready(pushes).await;
        let submission = Submission { pushes };
        let retry = coop::Outcome::retry(std::slice::from_ref(&submission), RETRY_MS).verdicts;
        let (answer, answered) = oneshot::channel();
        if let Some(ops) = ops {
            let room = Room { ops, _index: index };
            // A queue that is full drops the answer, which says the same.
            let _ = self
                .jobs
                .try_send(Job::Admit(link, submission, answer, room));
        }
        Submitted {
            answered,
            retry,
            work,
        }
    }
}
