//! What nobody waits for: snapshots, checkpoints, and what memory noted.

use besace_model::time::Timestamp;

use super::{Writer, unless_full};
use crate::coop::{Built, CoopError};
use crate::limits::{SNAPSHOTS_PER_STEP, TRIALS_PER_STEP};
use crate::writer::lanes::Task;

/// So many such waits in a row, and documents are tried that nobody asked for.
const IDLE_TRIALS: u32 = 20;

impl<C: Fn() -> Timestamp> Writer<C> {
    pub(super) fn must_tidy(&self) -> bool {
        self.may_tidy && (self.coop.has_seen() || self.coop.has_superseded())
    }

    /// Writes what nobody waits for. On a full disk it waits for the next job.
    pub(super) fn tidy(&mut self) -> Result<(), CoopError> {
        self.since_checkpoint += 1;
        let tidied = self.coop.write_seen();
        let tidied = tidied.and_then(|()| self.coop.clear_superseded((self.clock)()));
        self.may_tidy = tidied.is_ok();
        unless_full(tidied)
    }

    /// Has snapshots built beside the writer; when none is due and nothing else is to do, has documents tried that nobody
    /// asked for. In memory, where there is no other connection, the writer does it itself.
    pub(super) fn compact(&mut self) -> Result<(), CoopError> {
        let now = (self.clock)();
        let Some(lanes) = &self.shared.lanes else {
            self.may_compact = self.coop.compact(now, SNAPSHOTS_PER_STEP)? > 0;
            return Ok(());
        };
        if self.is_asked {
            return Ok(());
        }
        let due = self.coop.due_snapshots(SNAPSHOTS_PER_STEP);
        let task = if !due.is_empty() {
            Task::Snapshots(due)
        } else {
            let untried = self.coop.untried(TRIALS_PER_STEP);
            self.may_compact = !untried.is_empty();
            if !self.may_compact || self.quiet < IDLE_TRIALS {
                return Ok(());
            }
            Task::Tidy(untried)
        };
        self.is_asked = lanes.long.send(task).is_ok();
        self.may_compact = self.is_asked;
        Ok(())
    }

    /// Puts in place what a lane built, and freezes what Automerge failed on.
    pub(super) fn put(&mut self, built: Vec<Built>) -> Result<(), CoopError> {
        if !built.is_empty() {
            self.since_checkpoint += 1;
            let published = unless_full(self.coop.put_snapshots((self.clock)(), built))?;
            self.publish(&published)?;
        }
        self.shared.tried.notify_waiters();
        Ok(())
    }

    pub(super) fn checkpoint_when_due(&mut self, after: u32) -> Result<(), CoopError> {
        if self.since_checkpoint > after {
            if self.must_tidy() {
                self.tidy()?;
            }
            self.since_checkpoint = 0;
            unless_full(self.coop.checkpoint())?;
        }
        Ok(())
    }
}
