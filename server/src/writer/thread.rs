//! The writer's own loop.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use besace_model::ids::MemberId;
use besace_model::time::Timestamp;

use super::lanes::Task;
use super::{Admitted, Answer, Job, Room, Shared};
use crate::coop::{
    Built, Coop, CoopError, Decision, Done, Outcome, Prepared, Published, Submission,
};
use crate::hub::{Held, Hub, LinkId, Origin};
use crate::limits::{
    CHECKPOINT_AFTER_COMMITS, GROUP_COMMITS_MAX, GROUP_OPS_MAX, RETRY_MS, SNAPSHOTS_PER_STEP,
    TRIALS_PER_STEP,
};

/// How long the writer waits for work before it tidies up.
const IDLE: Duration = Duration::from_millis(50);
/// So many such waits in a row, and documents are tried that nobody asked for.
const IDLE_TRIALS: u32 = 20;
/// How often the writer looks whether what is to be done later is due by now, when it has nothing else to do.
const LATER_LOOK: Duration = Duration::from_secs(1);

pub(super) struct Writer<C> {
    pub(super) coop: Coop,
    pub(super) clock: C,
    pub(super) shared: Arc<Shared>,
    pub(super) since_checkpoint: u32,
    /// How often the writer waited since something was written.
    pub(super) quiet: u32,
    /// Whether the long lane was asked to tidy up and has not said that it did.
    pub(super) is_asked: bool,
    pub(super) may_tidy: bool,
    pub(super) may_compact: bool,
    /// Whether the whole file was checked since it was opened: it takes long, and once is enough.
    pub(super) was_checked: bool,
}

impl<C: Fn() -> Timestamp> Writer<C> {
    pub(super) fn run(mut self, queue: &Receiver<Job>) -> Result<(), CoopError> {
        let mut next = None;
        loop {
            let job = match next.take() {
                Some(job) => job,
                None => match self.wait(queue)? {
                    Some(job) => job,
                    None => return self.coop.close(),
                },
            };
            match job {
                Job::Admit(link, submission, answer, room) => {
                    next = self.admit_group(queue, (link, submission, answer, room))?;
                }
                Job::Decide(actor, command, answer) => self.decide(actor, &command, answer)?,
                Job::Doubt => self.check()?,
                Job::Tidy => {}
                Job::Read(ask, answer) => {
                    let page = self.coop.read_after(&ask.ask());
                    let frozen = unless_full(self.coop.settle((self.clock)()))?;
                    self.publish(&frozen)?;
                    drop(answer.send(page));
                }
                Job::Export(doc, answer) => drop(answer.send(self.coop.export(doc))),
                Job::Invited(secret, now, answer) => {
                    drop(answer.send(self.coop.invited(&secret, now)));
                }
                Job::Failed(built) => self.put(built)?,
                Job::Taken(taken) => unless_full(self.coop.put_taken((self.clock)(), taken))?,
                Job::Tidied(built) => {
                    self.is_asked = false;
                    self.put(built?)?;
                }
                #[cfg(test)]
                Job::LetThrough(head, change) => {
                    let published = self.coop.let_through((self.clock)(), &head, change);
                    self.publish(&published)?;
                }
                Job::Close(answer) => {
                    let closed = self.coop.close();
                    let _ = answer.send(());
                    return closed;
                }
            }
            self.decide_seats_when_due()?;
            self.derive_when_due()?;
            self.may_tidy = true;
            self.checkpoint_when_due(CHECKPOINT_AFTER_COMMITS)?;
            if self.coop.is_snapshot_overdue() {
                // Under constant load the queue is never empty.
                self.compact()?;
            }
        }
    }

    /// Ends the writer when the file is damaged.
    fn check(&mut self) -> Result<(), CoopError> {
        if self.was_checked {
            return Ok(());
        }
        self.was_checked = true;
        self.coop.check()
    }

    /// The next job; tidies up while there is none. `None` when nobody can send any more.
    fn wait(&mut self, queue: &Receiver<Job>) -> Result<Option<Job>, CoopError> {
        let mut decides = true;
        loop {
            let is_tidy = !self.may_compact && self.since_checkpoint == 0 && !self.must_tidy();
            if is_tidy && !self.coop.are_seats_waiting() && !self.coop.is_deriving() {
                return Ok(queue.recv().ok());
            }
            let are_due = self.coop.are_seats_due((self.clock)());
            let is_due = are_due || self.coop.is_derived_due();
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
            decides = self.derive_when_due()?;
            if are_due {
                decides &= self.decide_seats_when_due()?;
            } else if self.must_tidy() {
                self.tidy()?;
            } else if self.may_compact {
                self.compact()?;
            } else {
                unless_full(self.coop.save_marks())?;
                self.checkpoint_when_due(0)?;
            }
        }
    }

    /// A bounded step: who waits in the queue comes before the next one. False on a full disk.
    fn decide_seats_when_due(&mut self) -> Result<bool, CoopError> {
        let now = (self.clock)();
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

    /// Has documents read beside the writer for what is derived from them, and writes a bounded step of that. False on a full
    /// disk.
    fn derive_when_due(&mut self) -> Result<bool, CoopError> {
        let now = (self.clock)();
        let Some(lanes) = &self.shared.lanes else {
            let derived = self.coop.derive(now);
            return self.publish_derived(derived);
        };
        let sources = self.coop.sources_due(now);
        if !sources.is_empty() && lanes.long.send(Task::Take(sources)).is_err() {
            unless_full(self.coop.put_taken(now, Vec::new()))?;
        }
        if !self.coop.is_derived_due() {
            return Ok(true);
        }
        self.since_checkpoint += 1;
        self.may_compact = true;
        let derived = self.coop.write_derived(now);
        self.publish_derived(derived)
    }

    fn publish_derived(
        &mut self,
        derived: Result<Published, CoopError>,
    ) -> Result<bool, CoopError> {
        match derived {
            Ok(published) => {
                self.publish(&published)?;
                Ok(true)
            }
            Err(error) => unless_full(Err(error)).map(|()| false),
        }
    }

    fn must_tidy(&self) -> bool {
        self.may_tidy && (self.coop.has_seen() || self.coop.has_superseded())
    }

    /// Writes what nobody waits for. On a full disk it waits for the next job.
    fn tidy(&mut self) -> Result<(), CoopError> {
        self.since_checkpoint += 1;
        let tidied = self.coop.write_seen();
        let tidied = tidied.and_then(|()| self.coop.clear_superseded((self.clock)()));
        self.may_tidy = tidied.is_ok();
        unless_full(tidied)
    }

    /// Has snapshots built beside the writer; when none is due and nothing else is to do, has documents tried that nobody
    /// asked for. In memory, where there is no other connection, the writer does it itself.
    fn compact(&mut self) -> Result<(), CoopError> {
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
    fn put(&mut self, built: Vec<Built>) -> Result<(), CoopError> {
        if !built.is_empty() {
            self.since_checkpoint += 1;
            let published = unless_full(self.coop.put_snapshots((self.clock)(), built))?;
            self.publish(&published)?;
        }
        self.shared.tried.notify_waiters();
        Ok(())
    }

    fn checkpoint_when_due(&mut self, after: u32) -> Result<(), CoopError> {
        if self.since_checkpoint > after {
            if self.must_tidy() {
                self.tidy()?;
            }
            self.since_checkpoint = 0;
            unless_full(self.coop.checkpoint())?;
        }
        Ok(())
    }

    /// Admits a job with whatever else is queued, in one transaction. Gives back the job that ended the group.
    fn admit_group(
        &mut self,
        queue: &Receiver<Job>,
        first: (Option<LinkId>, Submission, Answer<Admitted>, Room),
    ) -> Result<Option<Job>, CoopError> {
        let count = |submission: &Submission| -> usize {
            submission.pushes.iter().map(Prepared::len).sum()
        };
        let mut commits = count(&first.1);
        let (mut links, mut group, mut answers) = (vec![first.0], vec![first.1], vec![first.2]);
        let mut ops = first.3.ops.num_permits();
        // Given back once the group is judged.
        let mut rooms = vec![first.3];
        let mut next = None;
        while commits < GROUP_COMMITS_MAX && ops < GROUP_OPS_MAX {
            match queue.try_recv() {
                Ok(Job::Admit(link, submission, answer, room)) => {
                    ops += room.ops.num_permits();
                    rooms.push(room);
                    commits += count(&submission);
                    links.push(link);
                    group.push(submission);
                    answers.push(answer);
                }
                Ok(other) => {
                    next = Some(other);
                    break;
                }
                Err(_) => break,
            }
        }
        self.since_checkpoint += 1;
        self.quiet = 0;
        self.may_compact = true;
        let retry = Outcome::retry(&group, RETRY_MS).verdicts;
        let (outcome, failure) = match self.coop.admit((self.clock)(), group) {
            Ok(outcome) => (outcome, None),
            Err(error) => {
                let verdicts = retry;
                let published = Published::default();
                (
                    Outcome {
                        verdicts,
                        published,
                    },
                    Some(error),
                )
            }
        };
        drop(rooms);
        let mut told: Vec<_> = outcome.verdicts.into_iter().map(Admitted::new).collect();
        let mut origins: Vec<_> = links
            .into_iter()
            .zip(told.iter_mut().map(|it| &mut it.verdicts))
            .collect();
        let held = self.queue(&outcome.published, &mut origins);
        for (answer, admitted) in answers.into_iter().zip(told) {
            drop(answer.send(admitted));
        }
        if let Some(error) = failure {
            self.try_elsewhere(held)?;
            return Err(error);
        }
        self.try_while_idle(held, queue, next)
    }

    /// Tries what links wait to hear of for as long as no job waits, and leaves the rest to the lane. Gives back the job that
    /// came meanwhile.
    fn try_while_idle(
        &mut self,
        held: Vec<Held>,
        queue: &Receiver<Job>,
        mut next: Option<Job>,
    ) -> Result<Option<Job>, CoopError> {
        let mut rest = Vec::new();
        for held in held {
            next = next.or_else(|| queue.try_recv().ok());
            if next.is_none() && self.shared.glance.attempt_at_hand(&held.entries) {
                self.shared.wake(|hub| hub.release(held.run));
            } else {
                rest.push(held);
            }
        }
        self.try_elsewhere(rest)?;
        Ok(next)
    }

    fn decide(
        &mut self,
        actor: MemberId,
        decision: &Decision,
        answer: Answer<Result<Done, CoopError>>,
    ) -> Result<(), CoopError> {
        self.since_checkpoint += 1;
        self.quiet = 0;
        self.may_compact = true;
        let result = self.coop.decide((self.clock)(), actor, decision);
        let result = match result {
            Ok((done, published)) => {
                self.publish(&published)?;
                Ok(done)
            }
            Err(error) => Err(error),
        };
        let failed = self.coop.is_poisoned();
        drop(answer.send(result));
        if failed {
            return Err(CoopError::Poisoned);
        }
        Ok(())
    }

    /// Queues what was published. What the relay wrote is handed out at once; what members wrote is tried first, and
    /// those who hear of it are woken once it was: the link that pushed, which may be busy with a slow phone, keeps nobody
    /// waiting.
    fn publish(&mut self, published: &Published) -> Result<(), CoopError> {
        let held = self.queue(published, &mut []);
        self.try_elsewhere(held)
    }

    /// Queues what was published and wakes who may hear of it at once; returns what is to be tried first.
    fn queue(&self, published: &Published, origins: &mut [Origin<'_>]) -> Vec<Held> {
        let people = self.shared.glance.people();
        let mut live = self.shared.live();
        let glance = &self.shared.glance;
        let fanout =
            glance.with_board(|board| live.hub.publish(published, board, &people, origins));
        live.wake(fanout.woken);
        fanout.held
    }

    fn try_elsewhere(&mut self, held: Vec<Held>) -> Result<(), CoopError> {
        if held.is_empty() {
            return Ok(());
        }
        let Some(lanes) = &self.shared.lanes else {
            return self.try_here(held);
        };
        if lanes.short.send(Task::Held(held)).is_err() {
            self.shared.wake(Hub::abandon_all);
        }
        Ok(())
    }

    /// In memory, where no other thread can read.
    fn try_here(&mut self, held: Vec<Held>) -> Result<(), CoopError> {
        for held in held {
            if self.coop.try_entries(&held.entries)? {
                self.shared.wake(|hub| hub.release(held.run));
            } else {
                let frozen = unless_full(self.coop.settle((self.clock)()))?;
                self.publish(&frozen)?;
            }
        }
        Ok(())
    }
}

/// On a full disk, what nobody waits for is left until the next commit asks for it again: reading goes on, and so does
/// writing once there is room.
fn unless_full<T: Default>(result: Result<T, CoopError>) -> Result<T, CoopError> {
    match result {
        Err(CoopError::Store(error)) if error.is_disk_full() => {
            tracing::warn!("the disk is full: phones are asked to wait");
            Ok(T::default())
        }
        other => other,
    }
}
