//! Taking in what phones push: every submission that queued, in one transaction, each commit with its own verdict.
//! Roles, assignments and devices are those of this moment; who carried a commit plays no part.

mod at_hand;
mod commit;
mod destination;
mod group;
mod judge;
mod judging;

use besace_model::time::Timestamp;
use besace_model::wire::{CommitVerdict, DocPush};

pub(super) use commit::Signer;
pub(super) use destination::{Delivery, Destination};
pub(super) use judging::Judging;

use super::prepared::Prepared;
use super::{Coop, CoopError, Published};
use crate::limits::RETRY_DISK_FULL_MS;

/// What one phone pushed.
#[derive(Debug, Default)]
pub struct Submission {
    /// Its pushes, in order.
    pub pushes: Vec<Prepared>,
}

/// What became of a group of submissions.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For each submission, one verdict per commit in the order pushed.
    pub verdicts: Vec<Vec<CommitVerdict>>,
    /// What the others must hear.
    pub published: Published,
}

impl Coop {
    /// Judges and stores a group of submissions in one transaction. The verdicts may be told to anyone once this
    /// returns: what they accept is durable.
    ///
    /// # Errors
    /// None while the disk is only full: then every verdict is [`Verdict::Retry`]. Any other failure of the file
    /// poisons the cooperative; callers answer [`Outcome::retry`] and end the process.
    pub fn admit(&mut self, now: Timestamp, group: Vec<Submission>) -> Result<Outcome, CoopError> {
        let retry = Outcome::retry(&group, RETRY_DISK_FULL_MS);
        match self.write(now, |inside| inside.admit(group)) {
            Ok((verdicts, published)) => {
                if std::mem::take(&mut self.judging.must_follow) {
                    self.follow();
                }
                Ok(Outcome {
                    verdicts,
                    published,
                })
            }
            Err(CoopError::Store(error)) if error.is_disk_full() => Ok(retry),
            Err(error) => Err(error),
        }
    }

    /// [`Coop::admit`] for one push list that nobody prepared.
    ///
    /// # Errors
    /// As [`Coop::admit`].
    pub fn admit_one(
        &mut self,
        now: Timestamp,
        pushes: Vec<DocPush>,
    ) -> Result<Outcome, CoopError> {
        let people = self.people();
        let pushes = pushes
            .into_iter()
            .map(|push| Prepared::new(self.id(), &people, push))
            .collect();
        self.admit(now, vec![Submission { pushes }])
    }
}

impl Outcome {
    /// The answer to a group that was not taken.
    #[must_use]
    pub fn retry(group: &[Submission], retry_ms: u32) -> Self {
        let verdicts = group
            .iter()
            .map(|submission| {
                let pushes = submission.pushes.iter();
                pushes.flat_map(|push| push.retry(retry_ms)).collect()
            })
            .collect();
        Self {
            verdicts,
            published: Published::default(),
        }
    }
}
