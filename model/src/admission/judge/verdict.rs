//! What admission says of a commit.

use super::super::index::DocIndex;
use super::super::prescan::Parsed;
use super::super::resolve::Resolved;
use super::super::watch;
use crate::error::Refusal;
use crate::ids::{CommitHash, DeviceId, Ulid};
use crate::kind::Watched;
use crate::record::FieldValue;

/// What admission says of a commit.
#[derive(Debug)]
pub enum Judgement {
    /// Every check passed: [`DocIndex::record`] it before judging the next one.
    Accept(Box<Accepted>),
    /// Accepted before.
    Duplicate,
    /// Builds on changes that are not known; at most as many as a change may name.
    Need(Vec<CommitHash>),
    /// Never.
    Refuse(Refusal),
}

/// A change that may be stored.
#[derive(Debug)]
pub struct Accepted {
    pub(in crate::admission) parsed: Parsed,
    pub(in crate::admission) resolved: Resolved,
    pub(in crate::admission) device: Option<DeviceId>,
}

impl Accepted {
    /// The change.
    #[must_use]
    pub fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    /// The entries in which it writes this word at a field, whatever else their document says.
    #[must_use]
    pub fn entries_given(&self, index: &DocIndex, field: &str, word: &str) -> Vec<Ulid> {
        watch::entries_given(index, (&self.parsed, &self.resolved), (field, word))
    }

    /// The values that it writes at watched fields of entries, whatever else their document says, in their order.
    #[must_use]
    pub fn values_given(
        &self,
        index: &DocIndex,
        watched: &Watched,
    ) -> Vec<(Ulid, &'static str, FieldValue)> {
        watch::values_given(index, (&self.parsed, &self.resolved), watched)
    }

    /// Gives the change up for storing.
    #[must_use]
    pub fn into_parsed(self) -> Parsed {
        self.parsed
    }
}
