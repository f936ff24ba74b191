//! The identifier that others are made of: sortable, 16 bytes, printed in Crockford base 32.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BadId, ID_BYTES};

/// Characters of a printed [`Ulid`].
pub const ULID_CHARS: usize = 26;

const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

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
