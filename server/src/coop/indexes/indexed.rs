//! One document's index in memory: how it is made, kept up with the log, and weighed.

use besace_model::admission::{Accepted, DocIndex, IndexError, Watch};
use besace_model::ids::CommitHash;
use rusqlite::Connection;

use crate::store::docs::DocMeta;
use crate::store::{StoreError, log};

/// Bytes counted for an index besides its changes and operations.
const INDEX_BYTES: usize = 2 * 1024;
/// Bytes counted for a change.
const CHANGE_BYTES: usize = 104;
/// Bytes counted for an operation.
const OP_BYTES: usize = 24;
/// Bytes counted for a value that the relay decides by.
const VALUE_BYTES: usize = 160;

/// A document's index, and where in the log each of its changes stands.
#[derive(Debug)]
pub(in crate::coop) struct Indexed {
    pub(in crate::coop) index: DocIndex,
    places: Vec<u64>,
    /// What the relay decides by, in documents that have such.
    pub(in crate::coop) watch: Option<Watch>,
}

impl Indexed {
    pub(super) fn new(index: DocIndex) -> Self {
        Self {
            watch: Watch::new(index.head().kind),
            index,
            places: Vec::new(),
        }
    }

    /// From the log.
    pub(in crate::coop) fn rebuild(conn: &Connection, doc: &DocMeta) -> Result<Self, StoreError> {
        let mut rebuilt = Self::new(DocIndex::new(doc.head.clone()));
        rebuilt.catch_up(conn, doc, 0)?;
        Ok(rebuilt)
    }

    /// Takes in what the log got after a place.
    pub(super) fn catch_up(
        &mut self,
        conn: &Connection,
        doc: &DocMeta,
        after: u64,
    ) -> Result<(), StoreError> {
        let mut damaged = false;
        log::signed_changes_of(conn, doc.row, after, |seq, device, hash, change| {
            let device = Some(device);
            let replayed = match &mut self.watch {
                Some(watch) => self.index.replay_watched(change, hash, device, watch),
                None => self.index.replay(change, hash, device),
            };
            damaged |= replayed.is_err();
            self.places.push(seq);
        })?;
        if damaged {
            return Err(StoreError::Damaged("a logged change"));
        }
        // What the log says was decided before.
        if let Some(watch) = &mut self.watch {
            watch.take_touched();
        }
        Ok(())
    }

    /// Takes in a change that was just judged, and where it will stand; where the one before it does, 0 if there is none.
    pub(in crate::coop) fn record(
        &mut self,
        accepted: &Accepted,
        seq: u64,
    ) -> Result<u64, IndexError> {
        match &mut self.watch {
            Some(watch) => self.index.record_watched(accepted, watch)?,
            None => self.index.record(accepted)?,
        }
        let before = self.places.last().copied().unwrap_or(0);
        self.places.push(seq);
        Ok(before)
    }

    /// Where a change stands, if the document has it.
    pub(in crate::coop) fn place_of(&self, hash: &CommitHash) -> Option<u64> {
        let number = self.index.number_of(hash)?;
        self.places.get(number.checked_sub(1)?).copied()
    }

    /// What it takes in memory, as the admission estimates it; also a measure of the work to make it.
    pub(in crate::coop) fn weight(&self) -> usize {
        INDEX_BYTES
            + self.index.ops_count() * OP_BYTES
            + self.index.changes_count() as usize * CHANGE_BYTES
            + self.watch.as_ref().map_or(0, Watch::values_count) * VALUE_BYTES
    }
}
