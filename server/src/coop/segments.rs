//! Moving commits into segments, off the hot path: what a snapshot covers is read by phones as that snapshot, and lies in
//! few bytes from then on. Packing reads only, and runs on any thread; putting in place is one short write. A segment takes
//! the place of rows only when it gives back every byte of them.

use std::collections::BTreeSet;

use besace_model::limits::{SEGMENT_BYTES_MAX, SEGMENT_COMMITS_MAX};
use besace_model::segment::{self, Kept};
use rusqlite::Connection;

use super::{Coop, CoopError, CoopReader};
use crate::limits::{DOCS_PACKED_PER_STEP, MOVED_PER_STEP, SEGMENT_COMMITS_MIN};
use crate::store::docs::DocRow;
use crate::store::segments::{self, Packed};
use crate::store::{StoreError, at_one_moment, log};

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

/// Segments that wait to be put in place.
#[derive(Debug, Default)]
pub struct PackedStep {
    packed: Vec<Packed>,
    /// Documents of which nothing is left to move, or too little: they come again with their next snapshot.
    done: Vec<DocRow>,
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

impl CoopReader {
    /// Packs what documents that [`Coop::due_segments`] named have to move.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn pack(&self, due: &[DocRow]) -> Result<PackedStep, CoopError> {
        let moment = at_one_moment(&self.conn)?;
        Ok(pack_some(&moment, due, SEGMENT_COMMITS_MIN)?)
    }
}

pub(super) fn pack_some(
    conn: &Connection,
    due: &[DocRow],
    commits_min: usize,
) -> Result<PackedStep, StoreError> {
    let mut step = PackedStep::default();
    let mut commits = 0;
    for doc in due {
        let Some((mut after, covered)) = segments::span(conn, *doc)? else {
            step.done.push(*doc);
            continue;
        };
        loop {
            if commits >= MOVED_PER_STEP {
                return Ok(step);
            }
            let Some(packed) = pack_next(conn, *doc, after, covered, commits_min)? else {
                step.done.push(*doc);
                break;
            };
            after = packed.upto;
            commits += packed.count;
            step.packed.push(packed);
        }
    }
    Ok(step)
}

/// The next segment of a document; `None` when nothing is worth one.
fn pack_next(
    conn: &Connection,
    doc: DocRow,
    after: u64,
    covered: u64,
    commits_min: usize,
) -> Result<Option<Packed>, StoreError> {
    let (commits, is_full) = next_commits(conn, doc, after, covered)?;
    let (Some(first), Some(last)) = (commits.first(), commits.last()) else {
        return Ok(None);
    };
    if !is_full && commits.len() < commits_min {
        return Ok(None);
    }
    let bytes = segment::pack(&commits);
    let Some(bytes) = bytes.filter(|it| segment::unpack(it).as_ref() == Some(&commits)) else {
        tracing::error!(
            doc,
            first = first.seq,
            last = last.seq,
            "commits do not come back from a segment as they are, and stay where they are"
        );
        return Ok(None);
    };
    Ok(Some(Packed {
        doc,
        after,
        first: first.seq,
        last: last.seq,
        count: commits.len(),
        raw_bytes: commits.iter().map(|it| it.change.len() as u64).sum(),
        upto: if is_full { last.seq } else { covered },
        bytes,
    }))
}

/// The next commits that lie one after the other in a segment, and whether there is no room for more. One that takes more
/// room than a segment has stays where it is.
fn next_commits(
    conn: &Connection,
    doc: DocRow,
    after: u64,
    covered: u64,
) -> Result<(Vec<Kept>, bool), StoreError> {
    let (mut commits, mut weight, mut is_full) = (Vec::<Kept>::new(), 0, false);
    log::commits_of(conn, doc, after, covered, |commit| {
        let more = commit.weight();
        if commits.is_empty() && more > SEGMENT_BYTES_MAX {
            return true;
        }
        is_full = commits.len() >= SEGMENT_COMMITS_MAX || weight + more > SEGMENT_BYTES_MAX;
        if !is_full {
            weight += more;
            commits.push(commit);
        }
        !is_full
    })?;
    Ok((commits, is_full))
}
