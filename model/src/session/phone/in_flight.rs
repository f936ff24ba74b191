//! How much a phone may have on its way.

use std::collections::VecDeque;

use super::Backlog;
use crate::admission::commit_hash;
use crate::ids::CommitHash;
use crate::limits::{FRAME_FILL_BYTES, PUSH_COMMITS_MAX, PUSHES_IN_FLIGHT};
use crate::wire::{CommitVerdict, DocPush};

/// Commits without a verdict, with their bytes, in the order sent: the order in which they are answered.
#[derive(Debug, Default)]
pub(super) struct InFlight {
    commits: VecDeque<(CommitHash, usize)>,
    bytes: usize,
}

impl InFlight {
    /// How many more commits and bytes may go out before a verdict comes. So few bytes that a slow link carries them
    /// long before its silence means anything.
    pub(super) fn room(&self) -> (usize, usize) {
        let commits = PUSHES_IN_FLIGHT * PUSH_COMMITS_MAX;
        (
            commits.saturating_sub(self.commits.len()),
            FRAME_FILL_BYTES.saturating_sub(self.bytes),
        )
    }

    pub(super) fn add(&mut self, pushes: &[DocPush]) {
        for commit in pushes.iter().flat_map(|push| &push.commits) {
            let bytes = commit.change.len();
            self.commits.push_back((commit_hash(&commit.change), bytes));
            self.bytes += bytes;
        }
    }

    pub(super) fn answered(&mut self, verdicts: &[CommitVerdict]) {
        for verdict in verdicts {
            // One that is not on its way was answered before.
            let mut waiting = self.commits.iter();
            let at = waiting.position(|(hash, _)| *hash == verdict.hash);
            let answered = self.commits.drain(..at.map_or(0, |at| at + 1));
            self.bytes -= answered.map(|(_, bytes)| bytes).sum::<usize>();
        }
    }

    /// The commits without a verdict, in the order sent.
    pub(super) fn hashes(&self) -> impl Iterator<Item = CommitHash> {
        self.commits.iter().map(|(hash, _)| *hash)
    }

    /// Nothing is on its way any more: what was is unsent again.
    pub(super) fn clear(&mut self, backlog: &mut impl Backlog) {
        backlog.rewind();
        *self = Self::default();
    }
}
