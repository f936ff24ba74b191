//! Names of things: fixed 16-byte identifiers, their printed forms, and how a document gets its own.
//!
//! Nothing here draws a random number: the edges do and hand the bytes in.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::head::DocHead;

/// Bytes of every identifier.
pub const ID_BYTES: usize = 16;
/// Characters of a printed [`Ulid`].
pub const ULID_CHARS: usize = 26;

const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The text given is not an identifier of the expected form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier of the expected form")]
pub struct BadId;

/// A sortable 128-bit identifier: 48 bits of milliseconds, 80 bits of randomness, printed in Crockford base 32
/// (<https://github.com/ulid/spec>).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, TS)]
#[cbor(transparent)]
#[ts(as = "String")]
pub struct Ulid(#[cbor(with = "minicbor::bytes")] pub [u8; ID_BYTES]);

impl Ulid {
    /// Builds an identifier from a time in milliseconds and ten random bytes.
    #[must_use]
    pub fn from_parts(unix_ms: u64, random: [u8; 10]) -> Self {
        let mut bytes = [0; ID_BYTES];
        bytes[..6].copy_from_slice(&unix_ms.to_be_bytes()[2..]);
        bytes[6..].copy_from_slice(&random);
        Self(bytes)
    }

    /// The time it was made at, in milliseconds, as its maker's clock said.
    #[must_use]
    pub fn unix_ms(&self) -> u64 {
        let mut bytes = [0; 8];
        bytes[2..].copy_from_slice(&self.0[..6]);
        u64::from_be_bytes(bytes)
    }
}

impl fmt::Display for Ulid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = u128::from_be_bytes(self.0);
        let mut text = [0u8; ULID_CHARS];
        for (index, slot) in text.iter_mut().enumerate() {
            let shift = 5 * (ULID_CHARS - 1 - index);
            *slot = CROCKFORD[(value >> shift) as usize & 31];
        }
        f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Ulid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Ulid {
    type Err = BadId;

    /// Reads the canonical upper-case form only: one identifier, one spelling.
    fn from_str(text: &str) -> Result<Self, BadId> {
        if text.len() != ULID_CHARS {
            return Err(BadId);
        }
        let mut value: u128 = 0;
        for (index, byte) in text.bytes().enumerate() {
            let digit = CROCKFORD.iter().position(|c| *c == byte).ok_or(BadId)? as u128;
            if index == 0 && digit > 7 {
                return Err(BadId);
            }
            value = (value << 5) | digit;
        }
        Ok(Self(value.to_be_bytes()))
    }
}

impl Serialize for Ulid {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ulid {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

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

/// A document's name: the first 16 bytes of SHA-256 over what the document is (see [`DocHead::id`]), so that any
/// device names a document offline. Printed as automerge-repo does: base58 with checksum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct DocId(#[cbor(with = "minicbor::bytes")] pub [u8; ID_BYTES]);

impl DocId {
    pub(crate) fn of(coop: CoopId, head: &DocHead) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"besace-doc-1\0");
        hash.update(coop.as_bytes());
        hash.update([head.kind.number()]);
        hash.update(head.owner.as_bytes());
        hash.update((head.key.len() as u32).to_be_bytes());
        hash.update(head.key.as_bytes());
        hash.update(head.generation.to_be_bytes());
        let digest = hash.finalize();
        let mut id = [0; ID_BYTES];
        id.copy_from_slice(&digest[..ID_BYTES]);
        Self(id)
    }
}

impl fmt::Display for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.0.to_vec();
        bytes.extend(checksum(&self.0));
        f.write_str(&bs58::encode(bytes).into_string())
    }
}

impl fmt::Debug for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for DocId {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        let bytes = bs58::decode(text).into_vec().map_err(|_| BadId)?;
        let (id, check) = bytes.split_first_chunk().ok_or(BadId)?;
        if *check != checksum(id) {
            return Err(BadId);
        }
        Ok(Self(*id))
    }
}

/// What base58check puts after the bytes: the start of their SHA-256's SHA-256.
fn checksum(id: &[u8; ID_BYTES]) -> [u8; 4] {
    let digest = Sha256::digest(Sha256::digest(id));
    let mut check = [0; 4];
    check.copy_from_slice(&digest[..4]);
    check
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ulid_prints_and_reads_back_in_one_spelling_only() {
        let id = Ulid::from_parts(1_700_000_000_123, [7; 10]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.unix_ms(), 1_700_000_000_123);
        for bad in [
            "",
            "01ARZ3NDEKTSV4RRFFQ69G5FA",
            "81ARZ3NDEKTSV4RRFFQ69G5FAV",
            "../RZ3NDEKTSV4RRFFQ69G5FAV\0",
            "01arz3ndektsv4rrffq69g5fav",
        ] {
            assert_eq!(bad.parse::<Ulid>(), Err(BadId), "{bad}");
        }
    }

    #[test]
    fn a_document_name_prints_with_a_checksum() {
        let id = DocId([9; ID_BYTES]);
        let text = id.to_string();
        assert_eq!(text.parse(), Ok(id));
        let mut wrong = text.into_bytes();
        wrong[3] = if wrong[3] == b'2' { b'3' } else { b'2' };
        assert_eq!(
            String::from_utf8(wrong).unwrap().parse::<DocId>(),
            Err(BadId)
        );
    }
}
