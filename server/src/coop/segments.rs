//! Moving commits into segments, off the hot path: what a snapshot covers is read by phones as that snapshot, and lies in
//! few bytes from then on. Packing reads only, and runs on any thread; putting in place is one short write. A segment takes
//! the place of rows only when it gives back every byte of them.

mod packing;

use std::collections::BTreeSet;

pub use packing::PackedStep;
pub(super) use packing::pack_some;

use super::{Coop, CoopError};
use crate::limits::{DOCS_PACKED_PER_STEP, SEGMENT_COMMITS_MIN};
use crate::store::docs::DocRow;
use crate::store::segments;

/// Which documents may have commits to move.
#[derive(Debug)]
pub(super) struct Segmenting {
    /// `None` until it is asked for the first time.
    due: Option<BTreeSet<DocRow>>,
    /// Fewer commits wait for more.
    commits_min: usize,
}

impl Default for Segmenting {
    fn default() -> Self {
        Self {
            due: None,
            commits_min: SEGMENT_COMMITS_MIN,
        }
    }
}

impl Segmenting {
    /// A document has a new snapshot.
    pub(super) fn cover(&mut self, doc: DocRow) {
        self.due.iter_mut().for_each(|due| {
            due.insert(doc);
        });
    }
}

impl Coop {
    /// Moves already so few commits of a document.
    pub fn segment_after(&mut self, commits: usize) {
        self.segmenting.commits_min = commits;
    }

    /// Some documents that may have commits to move.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn due_segments(&mut self) -> Result<Vec<DocRow>, CoopError> {
        let due = match self.segmenting.due.take() {
            Some(due) => due,
            None => segments::due(self.store.conn())?.into_iter().collect(),
        };
        let due = self.segmenting.due.insert(due);
        Ok(due.iter().take(DOCS_PACKED_PER_STEP).copied().collect())
    }

    /// Puts segments in place; how many commits were moved.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn put_segments(&mut self, mut step: PackedStep) -> Result<usize, CoopError> {
        let mut moved = 0;
        if !step.packed.is_empty() {
            let tx = self.store.begin()?;
            for packed in step.packed {
                if segments::put(&tx, &packed)? {
                    moved += packed.count;
                } else {
                    step.done.push(packed.doc);
                }
            }
            tx.commit()?;
        }
        if let Some(due) = &mut self.segmenting.due {
            due.retain(|doc| !step.done.contains(doc));
        }
        Ok(moved)
    }

    /// Packs and moves a bounded number of commits on the writer's own connection; how many. Zero: none is due.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn move_some(&mut self) -> Result<usize, CoopError> {
        loop {
            let due = self.due_segments()?;
            if due.is_empty() {
                return Ok(0);
            }
            let step = pack_some(self.store.conn(), &due, self.segmenting.commits_min)?;
            let moved = self.put_segments(step)?;
            if moved > 0 {
                return Ok(moved);
            }
        }
    }
}
