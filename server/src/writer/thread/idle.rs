//! Waiting for the next job, and what is decided and derived when its time has come.

use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use besace_model::time::{Now, Timestamp};

use super::{Writer, unless_full};
use crate::coop::{CoopError, Left, Published};
use crate::writer::lanes::Task;
use crate::writer::{Haste, Job};

/// How long the writer waits for work before it tidies up.
const IDLE: Duration = Duration::from_millis(50);
/// How often the writer looks whether what is to be done later is due by now, when it has nothing else to do.
const LATER_LOOK: Duration = Duration::from_secs(1);

/// How long the writer waits for a time to come by which something is derived, before it looks at the clock again.
const LATER_WAIT_MS: i64 = 60_000;

/// How long to wait for a time.
fn until(at: Timestamp, now: Timestamp) -> Duration {
    let ms = at.0.saturating_sub(now.0).clamp(50, LATER_WAIT_MS);
    Duration::from_millis(ms.unsigned_abs())
}

impl<C: Fn() -> Now> Writer<C> {
    /// The next job; tidies up while there is none. `None` when nobody can send any more.
    pub(super) fn wait(&mut self, queue: &Receiver<Job>) -> Result<Option<Job>, CoopError> {
        let mut decides = true;
        loop {
            let is_tidy = self.is_settled() && !self.must_tidy();
            if is_tidy && !self.coop.are_seats_waiting() && !self.coop.is_deriving() {
                let times = [self.coop.derives_at(), self.coop.covers_turn_at()];
                let Some(at) = times.into_iter().flatten().min() else {
                    return Ok(queue.recv().ok());
                };
                match queue.recv_timeout(until(at, self.now())) {
                    Ok(job) => return Ok(Some(job)),
                    Err(RecvTimeoutError::Disconnected) => return Ok(None),
                    Err(RecvTimeoutError::Timeout) => {}
                }
            }
            let now = self.now();
            let are_due = self.coop.are_seats_due(now);
            let is_due = are_due || self.is_deriving_now() || self.coop.are_covers_due(now);
            let pause = match (is_due && decides, is_tidy) {
                (true, _) => Duration::ZERO,
                (_, true) => LATER_LOOK,
                (_, false) => IDLE,
            };
            match queue.recv_timeout(pause) {
                Ok(job) => return Ok(Some(job)),
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
                Err(RecvTimeoutError::Timeout) => self.quiet += u32::from(pause == IDLE),
            }
            decides = self.turn_covers_when_due()? && self.derive_when_due()?;
            if are_due {
                decides &= self.decide_seats_when_due()?;
            } else if self.must_tidy() {
                self.tidy()?;
            } else if let Some(step) = self.packed.take() {
                self.put_packed(step)?;
            } else if self.may_compact {
                self.compact()?;
            } else if self.may_give_back {
                self.give_back()?;
            } else {
                unless_full(self.coop.save_marks())?;
                self.checkpoint_when_due(0)?;
                self.coop.cut_back()?;
            }
        }
    }

    /// Whether the file lies as it is to lie: compact, and without a write-ahead log to take in.
    fn is_settled(&self) -> bool {
        let is_moved = self.packed.is_none() && !self.may_give_back;
        is_moved && !self.may_compact && self.since_checkpoint == 0
    }

    /// Whether the cooperative may be closed until somebody comes: nothing is being read, tried, decided or derived, nor to
    /// be later. Whoever asks sees to it that nobody comes meanwhile.
    pub(in crate::writer) fn may_rest(&mut self, haste: Haste) -> Result<bool, CoopError> {
        if self.must_tidy() {
            self.tidy()?;
        }
        let is_for_room = haste == Haste::ForRoom;
        let is_quiet = is_for_room || self.is_settled();
        let is_done = self.coop.left(is_for_room) != Left::Due;
        // What is in memory alone would be gone.
        let is_kept = !self.shared.shelf.is_writers();
        Ok(is_kept && is_quiet && is_done && !self.is_asked && self.shared.is_idle())
    }

    /// A bounded step: who waits in the queue comes before the next one. False on a full disk.
    pub(super) fn decide_seats_when_due(&mut self) -> Result<bool, CoopError> {
        let now = self.now();
        if !self.coop.are_seats_due(now) {
            return Ok(true);
        }
        self.since_checkpoint += 1;
        self.may_compact = true;
        match self.coop.decide_seats(now) {
            Ok(published) => {
                self.publish(&published)?;
                Ok(true)
            }
            Err(error) => unless_full(Err(error)).map(|()| false),
        }
    }

    /// Opens and ends the covers whose time has come. False on a full disk.
    pub(super) fn turn_covers_when_due(&mut self) -> Result<bool, CoopError> {
        let now = self.now();
        if !self.coop.are_covers_due(now) {
            return Ok(true);
        }
        self.since_checkpoint += 1;
        self.may_compact = true;
        let turned = self.coop.turn_covers(now);
        self.publish_own(turned)
    }

    /// Has documents read beside the writer for what is derived from them, and once all that were due are, writes what that
    /// makes a difference to: a bounded step of it, in rounds that its pace lets begin. False on a full disk.
    pub(super) fn derive_when_due(&mut self) -> Result<bool, CoopError> {
        let now = (self.clock)();
        let Some(lanes) = &self.shared.lanes else {
            let derived = self.coop.derive(now.wall);
            return self.publish_own(derived);
        };
        if self.coop.is_reading() {
            return Ok(true);
        }
        let Some(round) = self.pace.round(now, |at| self.coop.is_derive_due(at)) else {
            return Ok(true);
        };
        let sources = self.coop.sources_due(round);
        if !sources.is_empty() {
            self.pace.reads(now.moment);
            if !lanes.long.ask(Task::Take(sources)) {
                unless_full(self.coop.put_taken(now.wall, Vec::new()))?;
            }
            return Ok(true);
        }
        if !self.coop.is_derived_due(round) {
            self.pace.is_over(now.moment);
            let all_ms = self.pace.all_ms();
            self.shared.derived_ms.store(all_ms, Ordering::Relaxed);
            return Ok(true);
        }
        self.since_checkpoint += 1;
        self.may_compact = true;
        let derived = self.coop.write_derived(now.wall);
        let written = self.publish_own(derived);
        self.pace.took(now.moment, self.moment());
        written
    }

    /// Whether what is derived is to go on without a pause.
    fn is_deriving_now(&self) -> bool {
        let may = |at| self.pace.may(at, |time| self.coop.is_derive_due(time));
        !self.coop.is_reading() && may((self.clock)())
    }

    /// Hands out what was written by itself. False on a full disk.
    fn publish_own(&mut self, written: Result<Published, CoopError>) -> Result<bool, CoopError> {
        match written {
            Ok(published) => {
                self.publish(&published)?;
                Ok(true)
            }
            Err(error) => unless_full(Err(error)).map(|()| false),
        }
    }
}
