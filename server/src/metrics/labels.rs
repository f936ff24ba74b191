//! The labels of figures.

use besace_model::wire::Verdict;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue};

/// What became of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
pub enum Outcome {
    /// Stored.
    Accepted,
    /// Was there before.
    Duplicate,
    /// Dependencies are missing.
    Need,
    /// Never.
    Refused,
    /// Not now.
    Retry,
}

impl Outcome {
    /// What a verdict says.
    #[must_use]
    pub fn of(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Accepted(_) => Self::Accepted,
            Verdict::Duplicate(_) => Self::Duplicate,
            Verdict::Need(_) => Self::Need,
            Verdict::Refused(..) | Verdict::Held(_) => Self::Refused,
            Verdict::Retry(_) => Self::Retry,
        }
    }
}

/// A label set of one outcome.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct ByVerdict {
    /// The outcome.
    pub verdict: Outcome,
}

/// A label set of one cooperative.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct ByCoop {
    /// The cooperative's id.
    pub coop: String,
}
