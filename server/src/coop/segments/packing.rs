//! Making segments of what a snapshot covers.

use besace_model::limits::{SEGMENT_BYTES_MAX, SEGMENT_COMMITS_MAX};
use besace_model::segment::{self, Kept};
use rusqlite::Connection;

use crate::coop::{CoopError, CoopReader};
use crate::limits::{MOVED_PER_STEP, SEGMENT_COMMITS_MIN};
use crate::store::docs::DocRow;
use crate::store::segments::{self, Packed};
use crate::store::{StoreError, at_one_moment, log};

/// Segments that wait to be put in place.
#[derive(Debug, Default)]
pub struct PackedStep {
    pub(super) packed: Vec<Packed>,
    /// Documents of which nothing is left to move, or too little: they come again with their next snapshot.
    pub(super) done: Vec<DocRow>,
}

impl CoopReader {
    /// Packs what documents that [`Coop::due_segments`](crate::coop::Coop::due_segments) named have to move.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn pack(&self, due: &[DocRow]) -> Result<PackedStep, CoopError> {
        let moment = at_one_moment(&self.conn)?;
        Ok(pack_some(&moment, due, SEGMENT_COMMITS_MIN)?)
    }
}

pub(in crate::coop) fn pack_some(
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
