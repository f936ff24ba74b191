//! The frame of a chunk: its type, length and checksum, and the hash that names it.

use sha2::{Digest, Sha256};

use super::super::bytes::ByteReader;
use crate::error::ErrorCode;
use crate::ids::CommitHash;
use crate::limits::CHANGE_BYTES_MAX;

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const CHECKSUM_BYTES: usize = 4;
/// Where type, length and contents start: the part of a chunk that its hash covers.
const HASHED_FROM: usize = MAGIC.len() + CHECKSUM_BYTES;
const PLAIN_CHANGE: u8 = 1;

/// The hash that names a change: SHA-256 over its type, length and contents. Defined for any bytes, so that what is
/// refused still has a name to be answered by.
#[must_use]
pub fn commit_hash(raw: &[u8]) -> CommitHash {
    CommitHash(Sha256::digest(raw.get(HASHED_FROM..).unwrap_or_default()).into())
}

/// Length and checksum of what came from outside.
pub(super) fn check_frame(raw: &[u8], hash: CommitHash) -> Result<(), ErrorCode> {
    if raw.len() > CHANGE_BYTES_MAX {
        return Err(ErrorCode::TooBig);
    }
    if has_checksum(raw, hash) {
        Ok(())
    } else {
        Err(ErrorCode::BadChunk)
    }
}

fn has_checksum(raw: &[u8], hash: CommitHash) -> bool {
    raw.get(MAGIC.len()..HASHED_FROM) == hash.0.get(..CHECKSUM_BYTES)
}

/// The contents of a plain change chunk, and of nothing else.
pub(super) fn contents(raw: &[u8]) -> Result<ByteReader<'_>, ErrorCode> {
    let mut input = ByteReader::new(raw);
    if input.array()? != MAGIC {
        return Err(ErrorCode::BadChunk);
    }
    input.bytes(CHECKSUM_BYTES)?;
    if input.byte()? != PLAIN_CHANGE || input.length()? != input.len() {
        return Err(ErrorCode::BadChunk);
    }
    Ok(input)
}

/// A plain change chunk of these contents, and the hash that names it.
pub(crate) fn chunk_of(contents: &[u8]) -> (Vec<u8>, CommitHash) {
    let mut raw = Vec::with_capacity(HASHED_FROM + 4 + contents.len());
    raw.extend(MAGIC);
    raw.extend([0; CHECKSUM_BYTES]);
    raw.push(PLAIN_CHANGE);
    put_length(&mut raw, contents.len());
    raw.extend(contents);
    let hash = commit_hash(&raw);
    raw[MAGIC.len()..HASHED_FROM].copy_from_slice(&hash.0[..CHECKSUM_BYTES]);
    (raw, hash)
}

/// The contents of which [`chunk_of`] makes this very chunk, which this hash names.
pub(crate) fn contents_of(raw: &[u8], hash: CommitHash) -> Option<&[u8]> {
    // Its reader takes a length in its shortest form alone, so there is one way to write it.
    let contents = contents(raw).ok()?.rest();
    has_checksum(raw, hash).then_some(contents)
}

/// A length in the shortest form of LEB128.
fn put_length(out: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        out.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
}
