//! Names of things: fixed 16-byte identifiers, their printed forms, and how a document gets its own.
//!
//! Nothing here draws a random number: the edges do and hand the bytes in.

mod commit_hash;
mod doc_id;
mod file_hash;
#[cfg(test)]
mod tests;
mod ulid;

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use commit_hash::CommitHash;
pub use doc_id::DocId;
pub use file_hash::FileHash;
pub use ulid::{ULID_CHARS, Ulid};

/// Bytes of every identifier.
pub const ID_BYTES: usize = 16;

/// The text given is not an identifier of the expected form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier of the expected form")]
pub struct BadId;

macro_rules! named_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize, TS)]
        #[cbor(transparent)]
        #[serde(transparent)]
        #[ts(as = "String")]
        pub struct $name(pub Ulid);

        impl $name {
            /// Takes the raw bytes.
            #[must_use]
            pub fn from_bytes(bytes: [u8; ID_BYTES]) -> Self {
                Self(Ulid(bytes))
            }

            /// The raw bytes.
            #[must_use]
            pub fn as_bytes(&self) -> &[u8; ID_BYTES] {
                &self.0.0
            }
        }

        impl From<Ulid> for $name {
            fn from(id: Ulid) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                text.parse().map(Self)
            }
        }
    };
}

named_id! {
    /// A cooperative: one tenant of a relay.
    CoopId
}

named_id! {
    /// A person of a cooperative. [`MemberId::RELAY`] is the relay itself as an author.
    MemberId
}

named_id! {
    /// One browser profile or installed app of one member.
    DeviceId
}

impl MemberId {
    /// The author of everything that only one place can decide; also the owner of shared documents.
    pub const RELAY: Self = Self(Ulid([0; ID_BYTES]));
}
