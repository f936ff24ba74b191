//! Group commit: whatever queued is admitted in one transaction.

use std::sync::mpsc::Receiver;

use besace_model::time::Now;

use super::Writer;
use crate::coop::{CoopError, Outcome, Prepared, Published, Submission};
use crate::hub::{Held, LinkId};
use crate::limits::{GROUP_COMMITS_MAX, GROUP_OPS_MAX, RETRY_MS};
use crate::writer::{Admitted, Answer, Job, Room};

impl<C: Fn() -> Now> Writer<C> {
    /// Admits a job with whatever else is queued, in one transaction. Gives back the job that ended the group.
    pub(super) fn admit_group(
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
        let (outcome, failure) = match self.coop.admit(self.now(), group) {
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
}
