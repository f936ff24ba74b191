//! Commits of one document as the relay keeps them for good: one after the other, in few bytes.
//!
//! A segment is a version byte and a CBOR array of three columns (places, signatures, changes), squeezed as frames are.
//! Changes are said in short, see [`crate::wire::short`]: what a chunk begins with and the one dependency that stands
//! before it are left out and made again. Signatures stand as they are, of any length.
//!
//! Stored segments are read for ever: another form, or another dictionary, takes another version.

#[cfg(test)]
mod tests;

use flate2::Compression;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::ids::CommitHash;
use crate::limits::{SEGMENT_BYTES_MAX, SEGMENT_COMMITS_MAX};
use crate::wire::short::{Chain, Short};
use crate::wire::{deflated, inflated};

/// The form of segments that is written.
const VERSION: u8 = 1;
/// The effort: nobody waits for it.
const LEVEL: Compression = Compression::new(9);
/// Bytes counted for a commit besides its signature and change: more than its places in the columns take.
const COMMIT_BYTES: usize = 32;

/// A commit as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its place in the log.
    pub seq: u64,
    /// The name of its change.
    pub hash: CommitHash,
    /// Its signature or what stands in the place of it, if anything does.
    pub signature: Option<Vec<u8>>,
    /// The raw change.
    pub change: Vec<u8>,
}

impl Kept {
    /// What it counts for [`SEGMENT_BYTES_MAX`].
    #[must_use]
    pub fn weight(&self) -> usize {
        COMMIT_BYTES + self.change.len() + self.signature.as_ref().map_or(0, Vec::len)
    }
}

#[derive(Encode, Decode)]
struct Columns {
    /// From one place to the next; the first one counts from 0.
    #[n(0)]
    steps: Vec<u64>,
    #[n(1)]
    signatures: Vec<Option<ByteVec>>,
    #[n(2)]
    changes: Vec<Short>,
}

/// The segment of some commits, in the order of their places; `None` when they are too many or too long for one.
#[must_use]
pub fn pack(commits: &[Kept]) -> Option<Vec<u8>> {
    let weight: usize = commits.iter().map(Kept::weight).sum();
    if commits.len() > SEGMENT_COMMITS_MAX || weight > SEGMENT_BYTES_MAX {
        return None;
    }
    let mut chain = Chain::default();
    let mut before = 0;
    let mut columns = Columns {
        steps: Vec::new(),
        signatures: Vec::new(),
        changes: Vec::new(),
    };
    for commit in commits {
        columns.steps.push(commit.seq.checked_sub(before)?);
        before = commit.seq;
        columns
            .signatures
            .push(commit.signature.clone().map(ByteVec::from));
        columns.changes.push(chain.shorten(&commit.change));
    }
    let bytes = minicbor::to_vec(&columns).ok()?;
    // What does not get shorter is stored by DEFLATE in blocks, each with a few bytes of its own.
    let room = COMMIT_BYTES + bytes.len() + bytes.len() / COMMIT_BYTES;
    deflated(VERSION, &bytes, LEVEL, room)
}

/// The commits of a segment; `None` when these bytes are none. Never more memory is taken than the largest segment needs,
/// whatever they say.
#[must_use]
pub fn unpack(segment: &[u8]) -> Option<Vec<Kept>> {
    let squeezed = segment.strip_prefix(&[VERSION])?;
    let bytes = inflated(squeezed, SEGMENT_BYTES_MAX).ok()?;
    let mut input = minicbor::Decoder::new(&bytes);
    let columns: Columns = input.decode().ok()?;
    let count = columns.changes.len();
    let are_even = columns.steps.len() == count && columns.signatures.len() == count;
    if input.position() != bytes.len() || !are_even || count > SEGMENT_COMMITS_MAX {
        return None;
    }
    let mut chain = Chain::default();
    let mut seq = 0_u64;
    let rows = columns.steps.into_iter().zip(columns.signatures);
    let commits = rows.zip(columns.changes).map(|((step, signature), short)| {
        seq = seq.checked_add(step)?;
        let change = chain.restore(short).ok()?;
        Some(Kept {
            seq,
            hash: chain.last()?,
            signature: signature.map(Vec::from),
            change,
        })
    });
    commits.collect()
}
