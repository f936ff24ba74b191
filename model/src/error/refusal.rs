//! A refusal with its place.

use super::ErrorCode;

/// A refusal with the place it concerns.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code:?} at {path:?}")]
pub struct Refusal {
    /// The reason.
    pub code: ErrorCode,
    /// The path inside the document, `/` between keys; empty when the whole change is concerned.
    pub path: String,
}

impl Refusal {
    /// A refusal of the whole change.
    #[must_use]
    pub fn whole(code: ErrorCode) -> Self {
        Self {
            code,
            path: String::new(),
        }
    }

    /// A refusal at a place.
    #[must_use]
    pub fn at(code: ErrorCode, path: impl Into<String>) -> Self {
        Self {
            code,
            path: path.into(),
        }
    }
}
