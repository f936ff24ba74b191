//! A group of submissions, push by push and commit by commit, in the order they queued.

use std::collections::BTreeMap;
use std::mem;
use std::sync::Arc;

use besace_model::wire::{CommitVerdict, Verdict};

use super::Submission;
use super::destination::{Delivery, Destination};
use crate::coop::prepared::Prepared;
use crate::coop::projections::covers;
use crate::coop::proof::Proofs;
use crate::coop::{CoopError, Inside};
use crate::store::docs::{DocMeta, DocRow};
use crate::store::{StoreError, verdicts};

/// Documents that a group wrote to, each with the last entry it got.
type Written = BTreeMap<DocRow, (Arc<DocMeta>, u64)>;

impl Inside<'_> {
    pub(super) fn admit(
        &mut self,
        group: Vec<Submission>,
    ) -> Result<Vec<Vec<CommitVerdict>>, CoopError> {
        if self
            .judging
            .covers_due
            .is_some_and(|at| at <= self.writing.now)
        {
            self.turn_covers()?;
        }
        let mut written = BTreeMap::new();
        let mut verdicts = Vec::with_capacity(group.len());
        for (number, submission) in group.into_iter().enumerate() {
            let mut answers = Vec::new();
            for push in submission.pushes {
                self.push(number, push, &mut answers, &mut written)?;
            }
            verdicts.push(answers);
        }
        for (doc, _) in written.values() {
            self.indexes.weigh(doc.row);
        }
        self.indexes.shrink();
        let dirty = written
            .into_values()
            .filter(|(doc, _)| doc.head.kind.spec().is_some_and(|it| it.watched.is_some()));
        let (boards, dirty): (Vec<_>, Vec<_>) =
            dirty.partition(|(doc, _)| covers::are_said_in(&doc.head));
        for (board, _) in boards {
            self.judging.must_follow |= self.note_covers(&board)?;
        }
        self.decide_seats(dirty.into_iter())?;
        Ok(verdicts)
    }

    fn push(
        &mut self,
        submission: usize,
        push: Prepared,
        answers: &mut Vec<CommitVerdict>,
        written: &mut Written,
    ) -> Result<(), StoreError> {
        let people = Arc::clone(&self.people);
        let mut delivery = Delivery {
            submission,
            id: push.id,
            target: self.target(&push)?,
            ready: push.ready,
        };
        let mut proofs = Proofs::default();
        for commit in push.commits {
            let hash = commit.hash;
            let link = proofs.link(&commit);
            let verdict = self.commit(&people, &mut delivery, commit)?;
            if let (Destination::Stored(doc), Verdict::Accepted(receipt)) =
                (&delivery.target, &verdict)
            {
                written.insert(doc.row, (Arc::clone(doc), receipt.seq));
            }
            if let Some(link) = link {
                proofs.note(link, &verdict);
            }
            answers.push(CommitVerdict {
                doc: push.id,
                hash,
                verdict,
            });
        }
        for device in mem::take(&mut self.judging.recorded) {
            verdicts::trim(self.writing.conn, device)?;
        }
        proofs.store(self.writing.conn, &people, push.id)
    }
}
