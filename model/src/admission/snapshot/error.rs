//! What may go wrong when Automerge takes changes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{AutomergeError, LoadChangeError};

/// Automerge did not take what admission did, or did not give it back.
#[derive(Debug, thiserror::Error)]
pub enum ApplyFailed {
    /// A change is not one to Automerge.
    #[error("a change cannot be read")]
    Unreadable(#[source] LoadChangeError),
    /// A change of the log is not one to us.
    #[error("a logged change is malformed")]
    Malformed,
    /// Automerge refused.
    #[error("changes cannot be applied, or a document cannot be loaded")]
    Refused(#[source] Box<AutomergeError>),
    /// The document has other heads than its log.
    #[error("the document's heads are not those of its log")]
    OtherHeads,
    /// Automerge panicked; what it was working on is gone.
    #[error("automerge panicked")]
    Panicked,
    /// An earlier failure emptied this one.
    #[error("nothing is left after an earlier failure")]
    Emptied,
}

/// Runs what may panic inside Automerge; what it owned is dropped with it.
///
/// # Errors
/// [`ApplyFailed::Panicked`], and whatever `work` says.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, ApplyFailed>) -> Result<T, ApplyFailed> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(ApplyFailed::Panicked))
}

pub(super) fn refused(error: AutomergeError) -> ApplyFailed {
    ApplyFailed::Refused(Box::new(error))
}
