//! How much a phone may have on its way.

use std::collections::VecDeque;

use super::Backlog;
use crate::limits::{FRAME_FILL_BYTES, PUSH_COMMITS_MAX, PUSHES_IN_FLIGHT};
use crate::wire::DocPush;

/// Commits without a verdict, by their bytes, in the order sent: the order in which they are answered.
#[derive(Debug, Default)]
pub(super) struct InFlight {
    sizes: VecDeque<usize>,
    bytes: usize,
}

impl InFlight {
    /// How many more commits and bytes may go out before a verdict comes. So few bytes that a slow link carries them
    /// long before its silence means anything.
    pub(super) fn room(&self) -> (usize, usize) {
        let commits = PUSHES_IN_FLIGHT * PUSH_COMMITS_MAX;
        (
            commits.saturating_sub(self.sizes.len()),
            FRAME_FILL_BYTES.saturating_sub(self.bytes),
        )
    }

    pub(super) fn add(&mut self, pushes: &[DocPush]) {
        for commit in pushes.iter().flat_map(|push| &push.commits) {
            self.sizes.push_back(commit.change.len());
            self.bytes += commit.change.len();
        }
    }

    pub(super) fn answered(&mut self, commits: usize) {
        let answered = commits.min(self.sizes.len());
        self.bytes -= self.sizes.drain(..answered).sum::<usize>();
    }

    /// Nothing is on its way any more: what was is unsent again.
    pub(super) fn clear(&mut self, backlog: &mut impl Backlog) {
        backlog.rewind();
        *self = Self::default();
    }
}
