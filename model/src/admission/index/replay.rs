//! Taking changes in: one that was just judged, and those of the log, which are not judged again.

use super::super::graph::Reach;
use super::super::judge::Accepted;
use super::super::prescan::Parsed;
use super::super::resolve::{Resolved, Resolver};
use super::super::slots::Slots;
use super::super::watch::Watch;
use super::DocIndex;
use crate::error::Refusal;
use crate::ids::{CommitHash, DeviceId};

/// An accepted change does not fit the index of its document: the log is damaged, or changes were replayed out of
/// order.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The bytes are not a change that could ever have been accepted.
    #[error("a logged change cannot be read: {0}")]
    Unreadable(#[source] Refusal),
    /// The change refers to what is not there.
    #[error("a logged change refers to what is not there: {0}")]
    Unresolved(#[source] Refusal),
    /// The verdict was made against an older state of the document: judge again.
    #[error("the verdict is older than the index")]
    Stale,
}

impl DocIndex {
    /// Takes in a change that was just judged, before anything else is judged.
    ///
    /// # Errors
    /// [`IndexError::Stale`] when something else was taken in since the verdict.
    pub fn record(&mut self, accepted: &Accepted) -> Result<(), IndexError> {
        if accepted.resolved.at != self.graph.len() {
            return Err(IndexError::Stale);
        }
        self.write(&accepted.parsed, &accepted.resolved, accepted.device);
        Ok(())
    }

    /// [`DocIndex::record`] that also tells what the relay decides by.
    ///
    /// # Errors
    /// As [`DocIndex::record`].
    pub fn record_watched(
        &mut self,
        accepted: &Accepted,
        watch: &mut Watch,
    ) -> Result<(), IndexError> {
        self.record(accepted)?;
        watch.take(self, &accepted.parsed, &accepted.resolved);
        Ok(())
    }

    /// Takes in a change of the log, in the log's order, without verifying it again.
    ///
    /// # Errors
    /// [`IndexError`] when the log is damaged or out of order.
    pub fn replay(
        &mut self,
        raw: Vec<u8>,
        hash: CommitHash,
        device: Option<DeviceId>,
    ) -> Result<(), IndexError> {
        let parsed = Parsed::replay(raw, hash)
            .map_err(|code| IndexError::Unreadable(Refusal::whole(code)))?;
        self.take(&parsed, device, None).map(drop)
    }

    /// [`DocIndex::replay`] that also tells what the relay decides by.
    ///
    /// # Errors
    /// As [`DocIndex::replay`].
    pub fn replay_watched(
        &mut self,
        raw: Vec<u8>,
        hash: CommitHash,
        device: Option<DeviceId>,
        watch: &mut Watch,
    ) -> Result<(), IndexError> {
        let parsed = Parsed::replay(raw, hash)
            .map_err(|code| IndexError::Unreadable(Refusal::whole(code)))?;
        let resolved = self.take(&parsed, device, Some(Reach::OF_A_CHANGE))?;
        watch.take(self, &parsed, &resolved);
        Ok(())
    }

    /// What an accepted change refers to was seen by its author: nobody looks back for it again, so reading a log takes as
    /// long as the log is, whatever its changes build on. Only where what it saw matters later is there a `reach`.
    pub(super) fn take(
        &mut self,
        parsed: &Parsed,
        device: Option<DeviceId>,
        reach: Option<Reach>,
    ) -> Result<Resolved, IndexError> {
        let deps: Vec<u32> = parsed
            .deps()
            .iter()
            .filter_map(|dep| self.graph.number(dep))
            .collect();
        let horizon = reach.and_then(|mut reach| self.graph.horizon(&deps, &mut reach));
        let mut resolver = Resolver::new(self, parsed, deps, horizon.unwrap_or_default());
        resolver
            .run(|_, _, _| Ok(()))
            .map_err(IndexError::Unresolved)?;
        let slots = Slots::of(&resolver);
        let resolved = resolver.into_resolved(slots);
        self.write(parsed, &resolved, device);
        Ok(resolved)
    }
}
