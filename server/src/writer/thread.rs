//! The writer's own loop, and the thread that builds snapshots beside it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::time::Duration;

use besace_model::ids::MemberId;
use besace_model::time::Timestamp;

use super::{Admitted, Answer, Job, Room, Shared};
use crate::coop::{
    Built, Command, Coop, CoopError, Done, Outcome, Prepared, Published, Reader, Submission,
};
use crate::hub::{LinkId, Origin};
use crate::limits::{
    CHECKPOINT_AFTER_COMMITS, GROUP_COMMITS_MAX, GROUP_OPS_MAX, RETRY_MS, SNAPSHOTS_PER_STEP,
};
use crate::store::docs::DocRow;

/// How long the writer waits for work before it tidies up.
const IDLE: Duration = Duration::from_millis(50);

/// The thread that builds snapshots whenever it is asked to. It ends when the writer drops this.
pub(super) struct Builder {
    ask: SyncSender<Vec<DocRow>>,
    built: Receiver<Result<Vec<Built>, CoopError>>,
    is_building: bool,
}

impl Builder {
    pub(super) fn spawn(reader: Reader) -> Result<Self, CoopError> {
        let (ask, asked) = sync_channel::<Vec<DocRow>>(1);
        let (done, built) = sync_channel(1);
        std::thread::Builder::new()
            .name("besace-snapshots".into())
            .spawn(move || {
                while let Ok(due) = asked.recv() {
                    if done.send(reader.build_snapshots(&due)).is_err() {
                        return;
                    }
                }
            })
            .map_err(crate::store::StoreError::from)?;
        Ok(Self {
            ask,
            built,
            is_building: false,
        })
    }
}

pub(super) struct Writer<C> {
    pub(super) coop: Coop,
    pub(super) clock: C,
    pub(super) shared: Arc<Shared>,
    pub(super) since_checkpoint: u32,
    pub(super) builder: Option<Builder>,
    pub(super) may_compact: bool,
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
                Job::Seen(device) => unless_full(self.coop.seen((self.clock)(), device))?,
                Job::Read(ask, answer) => drop(answer.send(self.coop.read_after(&ask.ask()))),
                Job::Export(doc, answer) => drop(answer.send(self.coop.export(doc))),
                Job::Close(answer) => {
                    let closed = self.coop.close();
                    let _ = answer.send(());
                    return closed;
                }
            }
            self.checkpoint_when_due(CHECKPOINT_AFTER_COMMITS)?;
            if self.coop.is_snapshot_overdue() {
                // Under constant load the queue is never empty.
                self.compact()?;
            }
        }
    }

    /// The next job; tidies up while there is none. `None` when nobody can send any more.
    fn wait(&mut self, queue: &Receiver<Job>) -> Result<Option<Job>, CoopError> {
        while self.may_compact || self.since_checkpoint > 0 {
            match queue.recv_timeout(IDLE) {
                Ok(job) => return Ok(Some(job)),
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if self.may_compact {
                self.compact()?;
            } else {
                self.checkpoint_when_due(0)?;
            }
        }
        Ok(queue.recv().ok())
    }

    /// Has snapshots built beside the writer, and puts in place what was built meanwhile. In memory, where there is no
    /// other connection, the writer builds them itself.
    fn compact(&mut self) -> Result<(), CoopError> {
        let now = (self.clock)();
        let Some(builder) = &mut self.builder else {
            self.may_compact = self.coop.compact(now, SNAPSHOTS_PER_STEP)? > 0;
            return Ok(());
        };
        if builder.is_building {
            let built = match builder.built.try_recv() {
                Ok(built) => built,
                Err(TryRecvError::Empty) => return Ok(()),
                Err(TryRecvError::Disconnected) => {
                    tracing::error!(
                        "the thread that builds snapshots is gone: the writer builds them"
                    );
                    self.builder = None;
                    return Ok(());
                }
            };
            builder.is_building = false;
            self.since_checkpoint += 1;
            self.may_compact = false;
            let published = unless_full(self.coop.put_snapshots(now, built?))?;
            self.publish(&published, &mut []);
        }
        let due = self.coop.due_snapshots(SNAPSHOTS_PER_STEP);
        self.may_compact = !due.is_empty();
        if let Some(builder) = &mut self.builder
            && self.may_compact
        {
            builder.is_building = builder.ask.try_send(due).is_ok();
        }
        Ok(())
    }

    fn checkpoint_when_due(&mut self, after: u32) -> Result<(), CoopError> {
        if self.since_checkpoint > after {
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
        self.publish(&outcome.published, &mut origins);
        for (answer, admitted) in answers.into_iter().zip(told) {
            drop(answer.send(admitted));
        }
        match failure {
            Some(error) => Err(error),
            None => Ok(next),
        }
    }

    fn decide(
        &mut self,
        actor: MemberId,
        command: &Command,
        answer: Answer<Result<Done, CoopError>>,
    ) -> Result<(), CoopError> {
        self.since_checkpoint += 1;
        self.may_compact = true;
        let result = self.coop.decide((self.clock)(), actor, command);
        let result = result.map(|(done, published)| {
            self.publish(&published, &mut []);
            done
        });
        let failed = self.coop.is_poisoned();
        drop(answer.send(result));
        if failed {
            return Err(CoopError::Poisoned);
        }
        Ok(())
    }

    /// Queues what was published, and wakes those who hear of it: from here, since a link that pushed may be busy sending
    /// to a slow phone, and others must not wait for it.
    fn publish(&self, published: &Published, origins: &mut [Origin<'_>]) {
        let people = self.shared.glance.people();
        let mut live = self.shared.live();
        let woken = self
            .shared
            .glance
            .with_board(|board| live.hub.publish(published, board, &people, origins));
        live.wake(woken);
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
