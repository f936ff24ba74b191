//! Where a member stands.

use serde::{Deserialize, Serialize};

/// Whether a member takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Reads and writes.
    Active,
    /// Neither, for now.
    Suspended,
    /// Neither, for good.
    Left,
    /// The relay itself.
    Relay,
}

impl Status {
    /// The word in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Left => "left",
            Self::Relay => "relay",
        }
    }

    /// Reads [`Status::as_str`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Active, Self::Suspended, Self::Left, Self::Relay]
            .into_iter()
            .find(|status| status.as_str() == text)
    }
}
