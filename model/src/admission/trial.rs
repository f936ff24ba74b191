//! Step 6: Automerge itself applies the change, on a document that is never served to anyone.
//!
//! # When the trial is made
//! Steps 1 to 5 are the gate: they decide. The trial is the second line, for what a later Automerge or a mistake of
//! ours might make of a change they let through. Measured with automerge 0.12, optimised, on the 2-core machine: CPU
//! time for the records, wall time for the texts (the last row partly from a machine under load):
//!
//! | document | steps 1, 3, 4, 5 | signature | apply one change | build from all changes in one batch | snapshot |
//! |---|---|---|---|---|---|
//! | 1 change, 9 operations | 1.6 µs | 63 µs | 67 µs | 0.19 ms | 0.30 ms |
//! | 40 changes, 126 operations | 2 µs | 63 µs | 125 µs | 1.2 ms | 1.4 ms |
//! | 200 changes, 606 operations | 2 µs | 63 µs | 370 µs | 3.8 ms | 6.3 ms |
//! | text of 10,000 changes | 2 µs | 63 µs | 5.5 ms | 141 ms | |
//! | text of 100,000 changes | 2 µs | 63 µs | over 27 ms | over 2 s | |
//!
//! Applying costs what the document is long, once a batch: 40 changes applied to that text at once cost 0.2 ms each
//! instead of 5.5. Forking first gains nothing over applying in place and rebuilding after a failure, since the trial
//! document is private either way.
//!
//! A trial before each acknowledgement would at least double the cost of a small commit, take longer than the whole
//! budget of an edit in a long text, and take 1.2 s for 1,000 records uploaded after a day offline. So the gate alone
//! stands before the acknowledgement, which the author gets once their change is durable. But nobody else is sent a change
//! before its trial: what a hole in the gate let through costs its author's document, and no other phone.
//!
//! Who pays, and when: a change that somebody hears of live is tried at once, beside the writer, on a copy of the document
//! that stays in memory while it is in use; one that nobody hears of is tried when somebody reads it, or when the relay has
//! nothing else to do. How far a document was tried is remembered. A long document is tried in a lane of its own, where
//! only its readers wait. A snapshot is saved, loaded again and compared before it replaces the old one, at the latest
//! when a document has [`TRIAL_CHANGES_MAX`] changes beyond it and a part of its own length: trying few changes of a long
//! document costs as much as trying many.
//!
//! A trial that fails means that the gate has a hole. What is good before the fault is made a snapshot
//! ([`super::snapshot::build_good`]), the document is frozen there (nothing more is accepted in it and nothing beyond is
//! served; the log stays), and a person is woken.

use automerge::{Automerge, ReadDoc};

use super::snapshot::{ApplyFailed, Base, extend, guarded, loaded};

/// Accepted changes of a short document that its snapshot may lack: then it is built again.
pub const TRIAL_CHANGES_MAX: u32 = 256;

/// A private document on which changes are tried.
#[derive(Debug)]
pub struct Trial {
    /// Empty after a failure: a document on which Automerge failed is not used again.
    doc: Option<Automerge>,
}

impl Trial {
    /// Builds the document from its base and the accepted changes after it, which are tried by that.
    ///
    /// # Errors
    /// [`ApplyFailed`] when the log itself cannot be applied.
    pub fn new(base: Base<'_>, accepted: &[&[u8]]) -> Result<Self, ApplyFailed> {
        let doc = guarded(|| loaded(base, accepted))?;
        Ok(Self { doc: Some(doc) })
    }

    /// Tries the next changes of the log, in order; which heads the document must have then is read from them by our own
    /// parser. After a failure nothing is left of the document: build another one.
    ///
    /// # Errors
    /// [`ApplyFailed`], for the batch as a whole.
    pub fn apply(&mut self, changes: &[&[u8]]) -> Result<(), ApplyFailed> {
        let mut doc = self.doc.take().ok_or(ApplyFailed::Emptied)?;
        self.doc = Some(guarded(move || {
            extend(&mut doc, changes)?;
            Ok(doc)
        })?);
        Ok(())
    }

    /// How many operations the document has: what it costs to try one more, and to keep it.
    #[must_use]
    pub fn ops(&self) -> usize {
        let count = |doc: &Automerge| doc.stats().num_ops as usize;
        self.doc.as_ref().map_or(0, count)
    }
}
