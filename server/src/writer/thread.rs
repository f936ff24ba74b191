//! The writer's own loop.

mod group;
mod idle;
mod pace;
mod publish;
mod tidy;

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use besace_model::ids::MemberId;
use besace_model::time::{Moment, Now, Timestamp};

use super::{Answer, Job, Shared};
use crate::coop::{Coop, CoopError, Decision, Done, PackedStep};
use crate::limits::CHECKPOINT_AFTER_COMMITS;
pub(super) use pace::Pace;

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
    /// Segments that wait for a moment in which nothing else is to do.
    pub(super) packed: Option<PackedStep>,
    /// Whether the file may have free pages for the disk.
    pub(super) may_give_back: bool,
    /// Whether the whole file was checked since it was opened: it takes long, and once is enough.
    pub(super) was_checked: bool,
    /// How much of its time what is derived takes.
    pub(super) pace: Pace,
}

impl<C: Fn() -> Now> Writer<C> {
    pub(super) fn run(mut self, queue: &Receiver<Job>) -> Result<(), CoopError> {
        let mut next = None;
        loop {
            let job = match next.take() {
                Some(job) => job,
                None => match self.wait(queue)? {
                    Some(job) => job,
                    None => return self.close(),
                },
            };
            let (began, is_for_people) = (self.moment(), job.is_for_people());
            self.turn_covers_when_due()?;
            match job {
                Job::Admit(link, submission, answer, room) => {
                    next = self.admit_group(queue, (link, submission, answer, room))?;
                }
                Job::Decide(actor, command, answer) => self.decide(actor, &command, answer)?,
                Job::Doubt => self.check()?,
                Job::Tidy => {}
                Job::Read(ask, answer) => {
                    let page = self.coop.read_after(&ask.ask());
                    let frozen = unless_full(self.coop.settle(self.now()))?;
                    self.publish(&frozen)?;
                    drop(answer.send(page));
                }
                Job::Export(doc, answer) => drop(answer.send(self.coop.export(doc))),
                Job::Invited(secret, now, answer) => {
                    drop(answer.send(self.coop.invited(&secret, now)));
                }
                Job::Files(work) => {
                    self.since_checkpoint += 1;
                    let now = self.now();
                    work(&mut self.coop, now);
                    if self.coop.is_poisoned() {
                        return Err(CoopError::Poisoned);
                    }
                }
                Job::Failed(built) => self.put(built)?,
                Job::Taken(taken) => unless_full(self.coop.put_taken(self.now(), taken))?,
                Job::Tidied(built) => {
                    self.is_asked = false;
                    self.put(built?)?;
                }
                Job::Packed(step) => {
                    self.is_asked = false;
                    self.packed = Some(step?);
                }
                Job::Unable => (self.is_asked, self.may_compact) = (false, false),
                #[cfg(test)]
                Job::LetThrough(head, change) => {
                    let published = self.coop.let_through(self.now(), &head, change);
                    self.publish(&published)?;
                }
                Job::Rest(haste, answer) => {
                    if self.may_rest(haste)? {
                        let known = self.coop.known()?;
                        self.close()?;
                        drop(answer.send(Some(known)));
                        return Ok(());
                    }
                    drop(answer.send(None));
                }
                Job::Close(answer) => {
                    // Who closes hears of what failed; if they have gone, the keeper does.
                    return answer.send(self.close()).or_else(|closed| closed);
                }
            }
            self.decide_seats_when_due()?;
            if is_for_people {
                self.pace.worked(began, self.moment());
            }
            self.derive_when_due()?;
            self.may_tidy = true;
            self.checkpoint_when_due(CHECKPOINT_AFTER_COMMITS)?;
            if self.coop.is_snapshot_overdue() {
                // Under constant load the queue is never empty.
                self.compact()?;
            }
        }
    }

    /// The time on the wall.
    fn now(&self) -> Timestamp {
        (self.clock)().wall
    }

    /// The time by which it paces what it does.
    fn moment(&self) -> Moment {
        (self.clock)().moment
    }

    /// Closes in order. The readers go first: the last connection to leave takes the write-ahead log with it.
    fn close(self) -> Result<(), CoopError> {
        self.shared.close_readers();
        self.coop.close()
    }

    /// Ends the writer when the file is damaged.
    fn check(&mut self) -> Result<(), CoopError> {
        if self.was_checked {
            return Ok(());
        }
        self.was_checked = true;
        self.coop.check()
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
        let result = self.coop.decide(self.now(), actor, decision);
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
