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
use crate::admission::{chunk_of, commit_hash, contents_of};
use crate::ids::CommitHash;
pub use news::{ShortDoc, ShortLogged, ShortNews};
pub use push::{ShortCommit, ShortPush, count};

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
    /// The name of the last change.
    pub(crate) fn last(&self) -> Option<CommitHash> {
        self.before
    }

    /// The next change, in short.
    pub fn shorten(&mut self, raw: &[u8]) -> Short {
        let hash = commit_hash(raw);
        let before = self.before.replace(hash);
        let Some(contents) = contents_of(raw, hash) else {
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
        let (raw, hash) = chunk_of(&contents);
        self.before = Some(hash);
        Ok(raw)
    }
}
