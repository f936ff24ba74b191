//! One attempt at a document: on the copy in memory, or on one made from the file.

use besace_model::admission::{Trial, declared_ops};
use rusqlite::Connection;

use super::hot::Slot;
use super::{Attempt, Mark, Trials, lock};
use crate::coop::compact::after_failure;
use crate::coop::stored::Stored;
use crate::coop::writing::PublishedEntry;
use crate::limits::TRIAL_OPS_AT_ONCE;
use crate::store::docs::{self, DocRow};
use crate::store::{StoreError, log};

impl Trials {
    /// Tries a document up to an entry, unless it has more operations than `ops_max`. `given` are entries of the document
    /// that are at hand, in order, the last one at `upto`.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(super) fn attempt(
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
    pub(super) fn attempt_at_hand(&self, entry: &PublishedEntry) -> bool {
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
