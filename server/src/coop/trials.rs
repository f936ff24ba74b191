//! Trials: Automerge applies what was accepted before anybody but its author is sent it, on documents that nobody is ever
//! sent. Those tried lately stay in memory, so that one more change of a document in use costs one apply. Any thread tries;
//! the board says what was tried.

mod attempt;
mod beside;
mod hot;
mod writer;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::compact::Built;
use crate::store::docs::DocRow;
use hot::Hot;

/// What a trial came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attempt {
    /// Automerge took everything.
    Tried,
    /// The document has more operations than this thread has time for.
    TooLong,
    /// Automerge failed on it: it is to be frozen (see [`Trials::take_built`]).
    Failed,
}

/// How far a document was tried, and the operations it had then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) upto: u64,
    pub(crate) ops: usize,
}

/// What trials share.
#[derive(Debug, Default)]
pub(crate) struct Trials {
    hot: Mutex<Hot>,
    /// Marks that the file does not have yet. Losing them costs trials, nothing else.
    unsaved: Mutex<BTreeMap<DocRow, Mark>>,
    /// Snapshots for the writer to put in place: of documents that failed.
    built: Mutex<Vec<Built>>,
    /// Documents that could not be read: tried again only when somebody wants one.
    unreadable: Mutex<BTreeSet<DocRow>>,
    /// Documents that failed and are not frozen yet.
    failed: Mutex<BTreeSet<DocRow>>,
}

impl Trials {
    /// Forgets a document that was frozen.
    pub(super) fn forget(&self, doc: DocRow) {
        lock(&self.hot).take(doc);
        lock(&self.unsaved).remove(&doc);
        lock(&self.failed).remove(&doc);
    }

    /// What the writer is to put in place.
    pub(crate) fn take_built(&self) -> Vec<Built> {
        std::mem::take(&mut lock(&self.built))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
