//! The name of a change.

use std::fmt;

use minicbor::{Decode, Encode};

/// SHA-256 of one Automerge change chunk: the name Automerge itself gives the change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct CommitHash(#[cbor(with = "minicbor::bytes")] pub [u8; 32]);

impl CommitHash {
    /// Its first four bytes: enough to tell whether a place in the log still holds what it held.
    #[must_use]
    pub fn mark(&self) -> u32 {
        let [first, second, third, fourth, ..] = self.0;
        u32::from_be_bytes([first, second, third, fourth])
    }
}

impl fmt::Display for CommitHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for CommitHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
