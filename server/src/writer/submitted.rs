//! What was handed in, and what it came to.

use besace_model::wire::CommitVerdict;
use tokio::sync::oneshot;

use crate::metrics::Outcome;

/// What a submission came to.
#[derive(Debug)]
pub struct Admitted {
    /// The verdicts, for the caller to tell. `None`: they stand in the link's queue, for [`Handle::take`], and its waker
    /// is not notified of them.
    pub verdicts: Option<Vec<CommitVerdict>>,
    /// Of each commit, what became of it.
    pub outcomes: Vec<Outcome>,
}

impl Admitted {
    pub(super) fn new(verdicts: Vec<CommitVerdict>) -> Self {
        Self {
            outcomes: verdicts.iter().map(|it| Outcome::of(&it.verdict)).collect(),
            verdicts: Some(verdicts),
        }
    }
}

/// What was handed in and is not answered yet.
#[derive(Debug)]
pub struct Submitted {
    pub(super) answered: oneshot::Receiver<Admitted>,
    pub(super) retry: Vec<Vec<CommitVerdict>>,
    pub(super) work: usize,
}

impl Submitted {
    /// The weight of the indexes that had to be made for it, in bytes: for its device's pace.
    #[must_use]
    pub fn work(&self) -> usize {
        self.work
    }

    /// The answer, once what it accepts is durable.
    pub async fn admitted(self) -> Admitted {
        let retry = || Admitted::new(self.retry.into_iter().flatten().collect());
        self.answered.await.unwrap_or_else(|_| retry())
    }
}
