//! What an index tells of its document as a whole: its heads, its changes, and how much there is of it.

use super::DocIndex;
use crate::head::DocHead;
use crate::ids::{CommitHash, DeviceId};

impl DocIndex {
    /// What the document is.
    #[must_use]
    pub fn head(&self) -> &DocHead {
        &self.head
    }

    /// The newest changes: those nothing builds on.
    pub fn heads(&self) -> impl Iterator<Item = CommitHash> {
        self.graph.heads()
    }

    /// Whether the change was accepted.
    #[must_use]
    pub fn knows(&self, hash: &CommitHash) -> bool {
        self.graph.number(hash).is_some()
    }

    /// Which of the accepted changes it is: the genesis is number 0, the first one accepted is number 1.
    #[must_use]
    pub fn number_of(&self, hash: &CommitHash) -> Option<usize> {
        self.graph.number(hash).map(|number| number as usize)
    }

    /// How many changes were accepted, the genesis included.
    #[must_use]
    pub fn changes_count(&self) -> u64 {
        self.graph.len() as u64
    }

    /// The bytes of all accepted changes.
    #[must_use]
    pub fn changes_bytes(&self) -> u64 {
        self.bytes
    }

    /// How many operations were accepted.
    #[must_use]
    pub fn ops_count(&self) -> usize {
        self.ops as usize
    }

    /// How many writing sessions there are, that of the genesis included.
    #[must_use]
    pub fn sessions_count(&self) -> u64 {
        self.actors.len() as u64
    }

    /// How many writing sessions of a device there are.
    pub(in crate::admission) fn sessions_of(&self, device: DeviceId) -> usize {
        let sessions = self.actors.iter();
        sessions
            .filter(|session| session.device == Some(device))
            .count()
    }
}
