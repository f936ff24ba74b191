//! Sets of kinds.

use minicbor::{Decode, Encode};

use super::Kind;

/// A set of kinds, as phones and relays tell each other which they know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct KindSet(u64);

impl Default for KindSet {
    fn default() -> Self {
        Self::SPINE
    }
}

impl KindSet {
    /// Those that everybody knew before anybody said so.
    pub const SPINE: Self = Self(0b1_1111_1110);

    /// Those that this version knows.
    #[must_use]
    pub fn known() -> Self {
        Self::of(Kind::ALL)
    }

    /// These ones.
    #[must_use]
    pub fn of(kinds: &[Kind]) -> Self {
        Self(kinds.iter().fold(0, |set, kind| set | Self::bit(*kind)))
    }

    /// What an end that said nothing knows.
    #[must_use]
    pub fn said(said: Option<Self>) -> Self {
        said.unwrap_or(Self::SPINE)
    }

    /// Whether a kind is one of them.
    #[must_use]
    pub fn contains(self, kind: Kind) -> bool {
        self.0 & Self::bit(kind) != 0
    }

    /// Those that are in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those that are in one of them.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// A kind's bit; numbers beyond those of the set are in none.
    fn bit(kind: Kind) -> u64 {
        1_u64.checked_shl(kind.number().into()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests;
