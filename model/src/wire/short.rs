//! Changes without what the frame around them says already, for ends that both know this form.
//!
//! | left out | bytes | made again from |
//! |---|---|---|
//! | the beginning of a chunk: magic, checksum, type, length | 10 or more | what follows it |
//! | the one change that it builds on, where that is the one before it in the frame | 33 | the one before |
//! | the signature of a commit that a later one of the same push proves | 64 | not needed: the later one's hash covers it |
//! | the device that signed | 16 | once for a push |
//!
//! What was left out is made again before anything is checked: [`Chain::restore`] gives the very bytes that
//! [`Chain::shorten`] was given, or the bytes are no message.

mod news;
mod push;
#[cfg(test)]
mod tests;

use minicbor::{Decode, Encode};

use super::WireError;
use crate::admission::commit_hash;
use crate::ids::CommitHash;
pub use news::{ShortDoc, ShortLogged, ShortNews};
pub use push::{ShortCommit, ShortPush, count};

/// What every chunk of Automerge begins with.
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
/// Bytes of a chunk's checksum: the beginning of its hash.
const CHECKSUM_BYTES: usize = 4;
/// A chunk that is one plain change.
const PLAIN_CHANGE: u8 = 1;
/// Bytes of a hash.
const HASH_BYTES: usize = 32;

/// A change in short. Decoding it proves nothing yet.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Short {
    /// The whole chunk: one that is not written as chunks are.
    #[n(0)]
    Whole(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// What follows the beginning of its chunk.
    #[n(1)]
    Headless(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// The same, without the one change that it builds on, which is the one before it.
    #[n(2)]
    Next(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
}

/// The changes of one document in a frame, one after the other.
#[derive(Debug, Default)]
pub struct Chain {
    before: Option<CommitHash>,
}

impl Chain {
    /// The next change, in short.
    pub fn shorten(&mut self, raw: &[u8]) -> Short {
        let hash = commit_hash(raw);
        let before = self.before.replace(hash);
        let Some(contents) = contents_of(raw, &hash) else {
            return Short::Whole(raw.to_vec());
        };
        let next = before.and_then(|before| {
            let (count, deps) = contents.split_first()?;
            let after = deps.strip_prefix(before.0.as_slice())?;
            (*count == 1).then_some(after)
        });
        match next {
            Some(after) => Short::Next(after.to_vec()),
            None => Short::Headless(contents.to_vec()),
        }
    }

    /// The next change, whole.
    ///
    /// # Errors
    /// [`WireError::Malformed`] when it is to follow one that is not there.
    pub fn restore(&mut self, short: Short) -> Result<Vec<u8>, WireError> {
        let contents = match short {
            Short::Whole(raw) => {
                self.before = Some(commit_hash(&raw));
                return Ok(raw);
            }
            Short::Headless(contents) => contents,
            Short::Next(after) => {
                let before = self.before.ok_or(WireError::Malformed)?;
                [&[1], before.0.as_slice(), &after].concat()
            }
        };
        let mut raw = Vec::with_capacity(contents.len() + HASH_BYTES);
        raw.extend(MAGIC);
        raw.extend([0; CHECKSUM_BYTES]);
        raw.push(PLAIN_CHANGE);
        put_length(&mut raw, contents.len());
        raw.extend(contents);
        let hash = commit_hash(&raw);
        raw[MAGIC.len()..MAGIC.len() + CHECKSUM_BYTES].copy_from_slice(&hash.0[..CHECKSUM_BYTES]);
        self.before = Some(hash);
        Ok(raw)
    }
}

/// What follows the beginning of a chunk, if [`Chain::restore`] would make the same beginning again.
fn contents_of<'a>(raw: &'a [u8], hash: &CommitHash) -> Option<&'a [u8]> {
    let rest = raw.strip_prefix(&MAGIC)?;
    let rest = rest.strip_prefix(&hash.0[..CHECKSUM_BYTES])?;
    let rest = rest.strip_prefix(&[PLAIN_CHANGE])?;
    let length_bytes = 1 + rest.iter().position(|byte| byte & 0x80 == 0)?;
    let (length, contents) = rest.split_at(length_bytes);
    let mut same = Vec::new();
    put_length(&mut same, contents.len());
    (same == length).then_some(contents)
}

/// A length in the shortest form of LEB128.
fn put_length(out: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        out.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
}
