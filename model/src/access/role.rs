//! What a person does in the cooperative.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::plain::{FromPlain, ToPlain};

/// What a person does in the cooperative. A member holds a set of them.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    Serialize,
    Deserialize,
    ToPlain,
    FromPlain,
    TS,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs an activity inside the cooperative.
    #[n(0)]
    Entrepreneur,
    /// Accompanies assigned members.
    #[n(1)]
    Coach,
    /// Administration and accounts.
    #[n(2)]
    Finance,
    /// Communication.
    #[n(3)]
    Comms,
    /// Directs the cooperative.
    #[n(4)]
    Director,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [
        Self::Entrepreneur,
        Self::Coach,
        Self::Finance,
        Self::Comms,
        Self::Director,
    ];

    /// The word used in SQL, documents and on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Entrepreneur => "entrepreneur",
            Self::Coach => "coach",
            Self::Finance => "finance",
            Self::Comms => "comms",
            Self::Director => "director",
        }
    }

    /// Reads [`Role::as_str`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}
