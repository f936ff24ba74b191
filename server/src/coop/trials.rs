//! Trials: Automerge applies what was accepted before anybody but its author is sent it, on documents that nobody is ever
//! sent. Those tried lately stay in memory, so that one more change of a document in use costs one apply. Any thread tries;
//! the board says what was tried.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use besace_model::admission::{Trial, declared_ops};
use besace_model::time::Timestamp;
use rusqlite::Connection;

use super::compact::{Built, after_failure};
use super::stored::Stored;
use super::tried::Served;
use super::writing::PublishedEntry;
use super::{Coop, CoopError, CoopReader, Glance, Published, read_lock, write_lock};
use crate::limits::{TRIAL_DOCS_KEPT, TRIAL_OPS_AT_ONCE, TRIAL_OPS_KEPT};
use crate::store::docs::{self, DocRow};
use crate::store::{StoreError, at_one_moment, log};

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

#[derive(Debug)]
struct Slot {
    trial: Trial,
    mark: Mark,
    used: u64,
}

/// Documents in memory; the least used go when it is full.
#[derive(Debug, Default)]
struct Hot {
    slots: BTreeMap<DocRow, Slot>,
    by_use: BTreeSet<(u64, DocRow)>,
    ops: usize,
    uses: u64,
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
    /// Tries a document up to an entry, unless it has more operations than `ops_max`. `given` are entries of the document
    /// that are at hand, in order, the last one at `upto`.
    ///
    /// # Errors
    /// Whatever the store says.
    fn attempt(
        &self,
        conn: &Connection,
        doc: DocRow,
        upto: u64,
        ops_max: usize,
        given: &[&PublishedEntry],
    ) -> Result<Attempt, StoreError> {
        if lock(&self.failed).contains(&doc) {
            return Ok(Attempt::Failed);
        }
        let taken = lock(&self.hot).take(doc);
        if let Some(slot) = taken {
            if slot.mark.ops > ops_max {
                lock(&self.hot).keep(doc, slot.trial, slot.mark);
                return Ok(Attempt::TooLong);
            }
            if let Some((trial, mark)) = go_on(conn, doc, slot, upto, given)? {
                lock(&self.unsaved).insert(doc, mark);
                lock(&self.hot).keep(doc, trial, mark);
                return Ok(Attempt::Tried);
            }
        }
        let (attempt, tried) = self.attempt_cold(conn, doc, upto, ops_max)?;
        if let Some((trial, mark)) = tried {
            lock(&self.unsaved).insert(doc, mark);
            // What is only read now is not in use.
            if !given.is_empty() {
                lock(&self.hot).keep(doc, trial, mark);
            }
        }
        Ok(attempt)
    }

    /// Tries a change that stands alone, when its document is in memory, short, and lacks nothing else; whether it was.
    fn attempt_at_hand(&self, entry: &PublishedEntry) -> bool {
        let Some(Slot {
            mut trial,
            mut mark,
            ..
        }) = lock(&self.hot).take(entry.row)
        else {
            return false;
        };
        let is_next = mark.upto < entry.seq && entry.follows <= mark.upto;
        if is_next && mark.ops <= TRIAL_OPS_AT_ONCE {
            if trial.apply(&[&entry.change]).is_err() {
                // Out of memory now: whoever builds it anew finds what failed.
                return false;
            }
            mark.upto = entry.seq;
            mark.ops = trial.ops();
            lock(&self.unsaved).insert(entry.row, mark);
        }
        lock(&self.hot).keep(entry.row, trial, mark);
        mark.upto == entry.seq
    }

    fn attempt_cold(
        &self,
        conn: &Connection,
        doc: DocRow,
        upto: u64,
        ops_max: usize,
    ) -> Result<(Attempt, Option<(Trial, Mark)>), StoreError> {
        let ops_before = docs::tried_ops(conn, doc)?;
        if ops_before > ops_max {
            return Ok((Attempt::TooLong, None));
        }
        let meta = docs::get(conn, doc)?;
        let stored = Stored::read(conn, &meta, upto)?;
        let changes = stored.changes();
        let ops = ops_before + changes.iter().map(|it| declared_ops(it)).sum::<usize>();
        if ops > ops_max {
            return Ok((Attempt::TooLong, None));
        }
        let error = match Trial::new(stored.base(), &changes) {
            Ok(trial) => {
                let ops = trial.ops();
                return Ok((Attempt::Tried, Some((trial, Mark { upto, ops }))));
            }
            Err(error) => error,
        };
        let built = after_failure(conn, &meta, &stored, upto, &error)?;
        let is_last = built.is_last();
        lock(&self.built).push(built);
        if is_last {
            lock(&self.failed).insert(doc);
            return Ok((Attempt::Failed, None));
        }
        Ok((Attempt::Tried, None))
    }

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

impl Hot {
    fn take(&mut self, doc: DocRow) -> Option<Slot> {
        let slot = self.slots.remove(&doc)?;
        self.by_use.remove(&(slot.used, doc));
        self.ops -= slot.mark.ops;
        Some(slot)
    }

    fn keep(&mut self, doc: DocRow, trial: Trial, mark: Mark) {
        // Another thread may have tried the same meanwhile, and further.
        if self
            .slots
            .get(&doc)
            .is_some_and(|it| it.mark.upto > mark.upto)
        {
            return;
        }
        self.take(doc);
        self.uses += 1;
        let used = self.uses;
        self.ops += mark.ops;
        self.by_use.insert((used, doc));
        self.slots.insert(doc, Slot { trial, mark, used });
        while self.ops > TRIAL_OPS_KEPT || self.slots.len() > TRIAL_DOCS_KEPT {
            let Some((_, least)) = self.by_use.first().copied() else {
                return;
            };
            self.take(least);
        }
    }
}

/// Tries what a document in memory lacks; `None` when it cannot go on.
fn go_on(
    conn: &Connection,
    doc: DocRow,
    slot: Slot,
    upto: u64,
    given: &[&PublishedEntry],
) -> Result<Option<(Trial, Mark)>, StoreError> {
    let Slot {
        mut trial,
        mut mark,
        ..
    } = slot;
    if mark.upto >= upto {
        return Ok(Some((trial, mark)));
    }
    let lacking: Vec<_> = given.iter().filter(|it| it.seq > mark.upto).collect();
    let mut before = mark.upto;
    let is_whole = !lacking.is_empty()
        && lacking.iter().all(|entry| {
            let follows = entry.follows <= before;
            before = entry.seq;
            follows
        });
    let tried = if is_whole {
        let changes: Vec<&[u8]> = lacking.iter().map(|it| it.change.as_slice()).collect();
        trial.apply(&changes)
    } else {
        let mut stored = Vec::new();
        log::changes_of(conn, doc, mark.upto, upto, |change| {
            stored.push(change.bytes);
            true
        })?;
        let changes: Vec<&[u8]> = stored.iter().map(Vec::as_slice).collect();
        trial.apply(&changes)
    };
    mark.upto = upto;
    mark.ops = trial.ops();
    Ok(tried.ok().map(|()| (trial, mark)))
}

impl Glance {
    /// Tries a document on a connection, as [`Trials`] says, and notes on the board what came of it.
    pub(super) fn attempt(
        &self,
        conn: &Connection,
        doc: DocRow,
        upto: u64,
        ops_max: usize,
        given: &[&PublishedEntry],
    ) -> Result<Attempt, StoreError> {
        let attempt = self.trials.attempt(conn, doc, upto, ops_max, given)?;
        if attempt == Attempt::Tried {
            write_lock(&self.board).tried_mut().mark(doc, upto);
        }
        Ok(attempt)
    }

    /// Tries what links wait to hear of, if it takes microseconds and no reading: one change of a short document in use.
    /// False when a lane is to do it.
    pub(crate) fn attempt_at_hand(&self, entries: &[Arc<PublishedEntry>]) -> bool {
        let [entry] = entries else {
            return false;
        };
        let is_tried = self.trials.attempt_at_hand(entry);
        if is_tried {
            write_lock(&self.board)
                .tried_mut()
                .mark(entry.row, entry.seq);
        }
        is_tried
    }

    /// Notes that a document could not be read.
    pub(crate) fn leave_untried(&self, doc: DocRow) {
        lock(&self.trials.unreadable).insert(doc);
    }

    /// Whether a document still waits for its trial up to an entry.
    pub(crate) fn is_untried(&self, doc: DocRow, upto: u64) -> bool {
        let served = read_lock(&self.board).tried().served(doc, upto);
        served == Served::Untried
    }
}

impl CoopReader {
    /// Tries a document up to the last entry of `given`, or up to all that the log has of it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(crate) fn attempt(
        &self,
        doc: DocRow,
        ops_max: usize,
        given: &[&PublishedEntry],
    ) -> Result<Attempt, CoopError> {
        let upto = match given.last() {
            Some(entry) => Some(entry.seq),
            None => read_lock(&self.glance.board).tried().wanted(doc),
        };
        let Some(upto) = upto.filter(|upto| self.glance.is_untried(doc, *upto)) else {
            return Ok(Attempt::Tried);
        };
        let moment = at_one_moment(&self.conn)?;
        Ok(self.glance.attempt(&moment, doc, upto, ops_max, given)?)
    }
}

impl Coop {
    /// Tries what links wait to hear of, on the writer's own connection; false when Automerge fails on any of it: then
    /// [`Coop::settle`] freezes the document.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn try_entries(&self, entries: &[Arc<PublishedEntry>]) -> Result<bool, CoopError> {
        let mut is_good = true;
        for entry in entries {
            is_good &= self.try_document(entry.row, entry.seq, &[entry])?;
        }
        Ok(is_good)
    }

    fn try_document(
        &self,
        doc: DocRow,
        upto: u64,
        given: &[&PublishedEntry],
    ) -> Result<bool, CoopError> {
        let glance = self.glance();
        if !glance.is_untried(doc, upto) {
            return Ok(true);
        }
        let attempt = glance.attempt(self.store.conn(), doc, upto, usize::MAX, given)?;
        Ok(attempt == Attempt::Tried)
    }

    /// Tries some of the documents that nobody asked for yet; how many.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(super) fn try_some(
        &mut self,
        now: Timestamp,
        documents: usize,
    ) -> Result<usize, CoopError> {
        let due = self.untried(documents);
        for doc in &due {
            let upto = read_lock(&self.board).tried().wanted(*doc);
            if let Some(upto) = upto {
                self.try_document(*doc, upto, &[])?;
            }
        }
        self.settle(now)?;
        Ok(due.len())
    }

    /// Freezes the documents that Automerge failed on.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn settle(&mut self, now: Timestamp) -> Result<Published, CoopError> {
        let built = self.trials.take_built();
        self.put_snapshots(now, built)
    }

    /// Documents that were not tried to their end.
    #[must_use]
    pub fn untried(&self, documents: usize) -> Vec<DocRow> {
        let unreadable = lock(&self.trials.unreadable);
        let board = read_lock(&self.board);
        let due = board.tried().due().filter(|doc| !unreadable.contains(doc));
        due.take(documents).collect()
    }

    /// Writes down how far documents were tried, so that the next start need not try them again.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn save_marks(&mut self) -> Result<(), CoopError> {
        let marks = std::mem::take(&mut *lock(&self.trials.unsaved));
        if marks.is_empty() {
            return Ok(());
        }
        let tx = self.store.begin()?;
        for (doc, mark) in marks {
            docs::set_tried(&tx, doc, mark.upto, mark.ops)?;
        }
        Ok(tx.commit()?)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
