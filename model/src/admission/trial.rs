//! Step 6: Automerge itself applies the change, on a document that is never served to anyone.
//!
//! # Where the trial is made
//! Steps 1 to 5 are the gate: they decide. The trial is the second line, for what a later Automerge or a mistake of
//! ours might make of a change they let through. What it costs decides when it is made:
//!
//! MEASUREMENTS
//!
//! So applying costs what the document is long, once a batch, and forking before applying gains nothing over applying
//! in place and rebuilding after a failure: the trial document is private either way. Hence:
//! - a document of at most [`TRIAL_BEFORE_ACK_OPS_MAX`] operations is tried before anything is acknowledged, all its
//!   changes of one group commit in one batch. That is where new makes, first writings and most hostile attempts are;
//! - on a longer one the gate alone stands before the acknowledgement, and the trial is part of building the next
//!   snapshot, due every [`TRIAL_LATER_CHANGES_MAX`] changes at the latest. The old snapshot is replaced only after
//!   it, so a phone that joins later never gets bytes that were not tried.
//!
//! A batch that fails is tried again one by one from the log by the caller, who refuses what fails with
//! [`ErrorCode::TrialFailed`](crate::error::ErrorCode::TrialFailed); one that fails later freezes the document and
//! wakes a person: it means that the gate has a hole.

use automerge::Automerge;

use super::index::DocIndex;
use super::snapshot::{ApplyFailed, Base, apply, guarded, open, same_heads, sorted};
use crate::ids::CommitHash;

/// Operations of a document up to which its changes are tried before they are acknowledged.
pub const TRIAL_BEFORE_ACK_OPS_MAX: usize = 64;
/// Accepted changes after which a document that is not tried at once must be: its snapshot is then rebuilt.
pub const TRIAL_LATER_CHANGES_MAX: usize = 256;

/// Whether changes of this document are tried before they are acknowledged.
#[must_use]
pub fn is_tried_before_ack(index: &DocIndex) -> bool {
    index.ops_count() <= TRIAL_BEFORE_ACK_OPS_MAX
}

/// A private document on which changes are tried.
#[derive(Debug)]
pub struct Trial {
    /// Empty after a failure: a document on which Automerge failed is not used again.
    doc: Option<Automerge>,
}

impl Trial {
    /// Builds the document from its base and the accepted changes after it.
    ///
    /// # Errors
    /// [`ApplyFailed`] when the log itself cannot be applied.
    pub fn new<'c>(
        base: Base<'_>,
        accepted: impl IntoIterator<Item = &'c [u8]>,
    ) -> Result<Self, ApplyFailed> {
        let doc = guarded(|| {
            let mut doc = open(base)?;
            apply(&mut doc, accepted)?;
            Ok(doc)
        })?;
        Ok(Self { doc: Some(doc) })
    }

    /// Tries changes, in order, after which the document must have these heads. After a failure nothing is left of
    /// the document: build another one.
    ///
    /// # Errors
    /// [`ApplyFailed`], for the batch as a whole.
    pub fn apply<'c>(
        &mut self,
        changes: impl IntoIterator<Item = &'c [u8]>,
        heads: impl IntoIterator<Item = CommitHash>,
    ) -> Result<(), ApplyFailed> {
        let mut doc = self.doc.take().ok_or(ApplyFailed::Emptied)?;
        let heads = sorted(heads);
        self.doc = Some(guarded(move || {
            apply(&mut doc, changes)?;
            same_heads(&doc, &heads)?;
            Ok(doc)
        })?);
        Ok(())
    }
}
