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
//! budget of an edit in a long text, and take 1.2 s for 1,000 records uploaded after a day offline. A limit that tries
//! small documents only would stop nobody, since a forger picks the document. And it finds nothing: none of the
//! forgeries that the gate let through ever failed it (`tests/forge.rs`; earlier: 68,055 through a wider gate). So the
//! gate alone stands before the acknowledgement, and the trial is part of building the next snapshot, due at the
//! latest when a document has [`TRIAL_CHANGES_MAX`] changes that were not tried. The old snapshot is replaced only
//! after it, so a phone that joins never gets a document file that was not tried.
//!
//! A trial that fails means that the gate has a hole. The caller freezes the document (nothing more is accepted in
//! it, the old snapshot and the log stay), and wakes a person; [`Trial`] finds the change, one at a time.

use automerge::{Automerge, ReadDoc};

use super::snapshot::{ApplyFailed, Base, extend, guarded, loaded};

/// Accepted changes of a document that its snapshot may lack: then it is built again.
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
