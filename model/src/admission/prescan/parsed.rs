//! A change that passed the pre-scan, and what it tells of itself.

use super::{ActorBytes, Head, LocalId, Op};
use crate::ids::{CommitHash, MemberId};

/// A change that passed the pre-scan: well formed in itself.
#[derive(Debug, Clone)]
pub struct Parsed {
    pub(in crate::admission) raw: Vec<u8>,
    pub(super) head: Head,
    pub(super) author: Option<MemberId>,
    pub(in crate::admission) rests_on_next: bool,
    pub(in crate::admission) ops: Vec<Op>,
    pub(in crate::admission) preds: Vec<LocalId>,
}

impl Parsed {
    /// The raw chunk.
    #[must_use]
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Gives the raw chunk back.
    #[must_use]
    pub fn into_raw(self) -> Vec<u8> {
        self.raw
    }

    /// The change's name.
    #[must_use]
    pub fn hash(&self) -> CommitHash {
        self.head.hash
    }

    /// The writing session.
    #[must_use]
    pub fn actor(&self) -> &ActorBytes {
        &self.head.actor
    }

    /// The author: stands on the first change of an actor, and only there.
    #[must_use]
    pub fn author(&self) -> Option<MemberId> {
        self.author
    }

    /// Whether its own signature was not verified, since a later change of the same push proves it: whoever stores
    /// this one without that one must see to its signature.
    #[must_use]
    pub fn rests_on_next(&self) -> bool {
        self.rests_on_next
    }

    /// Its place among the actor's changes, from 1.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.head.seq
    }

    /// The counter of its first operation.
    #[must_use]
    pub fn start_op(&self) -> u64 {
        self.head.start_op
    }

    /// The counter of its last operation.
    #[must_use]
    pub fn max_op(&self) -> u64 {
        self.head.start_op + (self.ops.len() as u64).saturating_sub(1)
    }

    /// How many operations it has.
    #[must_use]
    pub fn ops_count(&self) -> usize {
        self.ops.len()
    }

    /// The device's clock when it was made, in seconds as Automerge's callers set it, at most
    /// [`crate::limits::CHANGE_TIME_SECONDS_MAX`] from 1970; never evidence.
    #[must_use]
    pub fn time(&self) -> i64 {
        self.head.time
    }

    /// The changes it builds on.
    #[must_use]
    pub fn deps(&self) -> &[CommitHash] {
        &self.head.deps
    }

    pub(in crate::admission) fn other_actors(&self) -> &[ActorBytes] {
        &self.head.other_actors
    }

    pub(in crate::admission) fn preds_of(&self, op: &Op) -> &[LocalId] {
        self.preds
            .get(op.preds.start as usize..op.preds.end as usize)
            .unwrap_or_default()
    }
}
