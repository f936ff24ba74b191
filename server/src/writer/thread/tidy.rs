//! What nobody waits for: snapshots, checkpoints, and what memory noted.

use besace_model::time::Now;

use super::{Writer, unless_full};
use crate::coop::{Built, CoopError, PackedStep};
use crate::limits::{CHECKPOINT_AFTER_COMMITS, SNAPSHOTS_PER_STEP, TRIALS_PER_STEP};
use crate::writer::lanes::Task;

/// So many such waits in a row, and documents are tried that nobody asked for.
const IDLE_TRIALS: u32 = 20;

impl<C: Fn() -> Now> Writer<C> {
    pub(super) fn must_tidy(&self) -> bool {
        self.may_tidy && (self.coop.has_seen() || self.coop.has_superseded())
    }

    /// Writes what nobody waits for. On a full disk it waits for the next job.
    pub(super) fn tidy(&mut self) -> Result<(), CoopError> {
        self.since_checkpoint += 1;
        let tidied = self.coop.write_seen();
        let tidied = tidied.and_then(|()| self.coop.clear_superseded(self.now()));
        self.may_tidy = tidied.is_ok();
        unless_full(tidied)
    }

    /// Has snapshots built beside the writer; when none is due and nothing else is to do, has documents tried that nobody
    /// asked for. In memory, where there is no other connection, the writer does it itself.
    pub(super) fn compact(&mut self) -> Result<(), CoopError> {
        let now = self.now();
        let Some(lanes) = &self.shared.lanes else {
            let compacted = self.coop.compact(now, SNAPSHOTS_PER_STEP)?;
            let moved = unless_full(self.coop.move_some())?;
            self.may_compact = compacted + moved > 0;
            self.may_give_back |= moved > 0;
            return Ok(());
        };
        if self.is_asked {
            return Ok(());
        }
        let due = self.coop.due_snapshots(SNAPSHOTS_PER_STEP);
        let task = if !due.is_empty() {
            Task::Snapshots(due)
        } else if let due = self.coop.due_segments()?
            && !due.is_empty()
        {
            Task::Pack(due)
        } else {
            let untried = self.coop.untried(TRIALS_PER_STEP);
            self.may_compact = !untried.is_empty();
            if !self.may_compact || self.quiet < IDLE_TRIALS {
                return Ok(());
            }
            Task::Tidy(untried)
        };
        self.is_asked = lanes.long.ask(task);
        self.may_compact = self.is_asked;
        Ok(())
    }

    /// Puts in place what a lane built, and freezes what Automerge failed on.
    pub(super) fn put(&mut self, built: Vec<Built>) -> Result<(), CoopError> {
        if !built.is_empty() {
            self.since_checkpoint += 1;
            let published = unless_full(self.coop.put_snapshots(self.now(), built))?;
            self.publish(&published)?;
        }
        self.shared.tried.notify_waiters();
        Ok(())
    }

    /// Puts segments in place, and asks for the next ones. On a full disk they stay where they are until the next job.
    pub(super) fn put_packed(&mut self, step: PackedStep) -> Result<(), CoopError> {
        self.may_compact = true;
        match self.coop.put_segments(step) {
            Ok(moved) => {
                self.may_give_back |= moved > 0;
                self.since_checkpoint += moved as u32;
                self.checkpoint_when_due(CHECKPOINT_AFTER_COMMITS)?;
                self.compact()
            }
            Err(error) => {
                self.may_compact = false;
                unless_full(Err(error))
            }
        }
    }

    /// Gives the disk some free pages. On a full disk there is no room to do it in, until the next job.
    pub(super) fn give_back(&mut self) -> Result<(), CoopError> {
        let given = self.coop.give_space_back();
        let pages = unless_full(given)?;
        self.may_give_back = pages > 0;
        self.since_checkpoint += pages;
        self.checkpoint_when_due(CHECKPOINT_AFTER_COMMITS)
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
