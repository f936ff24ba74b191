//! Reading connections, lent to one reader at a time, and what is asked over them.

use std::collections::BTreeSet;
use std::sync::Arc;

use besace_model::ids::MemberId;
use besace_model::kind::KindSet;
use besace_model::limits::FRAME_FILL_BYTES;
use besace_model::time::Timestamp;
use besace_model::wire::{Cursor, Witness};
use tokio::sync::OwnedSemaphorePermit;

use super::Shared;
use crate::coop::{Ask, CoopError, CoopReader};

/// What a reader asks, for another thread.
pub(super) struct OwnedAsk {
    pub(super) member: MemberId,
    pub(super) cursor: Option<Cursor>,
    pub(super) witness: Option<Witness>,
    pub(super) skip: BTreeSet<u64>,
    pub(super) kinds: KindSet,
    pub(super) now: Timestamp,
}

impl OwnedAsk {
    pub(super) fn ask(&self) -> Ask<'_> {
        Ask {
            member: self.member,
            cursor: self.cursor.as_ref(),
            witness: self.witness,
            skip: &self.skip,
            kinds: self.kinds,
            fill_bytes: FRAME_FILL_BYTES,
            now: self.now,
        }
    }
}

/// A reader taken from the shelf. It goes back by itself, also when who asked has gone or the reading panicked.
pub(super) struct Lent {
    shared: Arc<Shared>,
    reader: Option<CoopReader>,
    _permit: OwnedSemaphorePermit,
}

impl Lent {
    pub(super) async fn take(shared: &Arc<Shared>) -> Result<Self, CoopError> {
        let permit = Arc::clone(&shared.reader_permits).acquire_owned().await;
        Ok(Self {
            _permit: permit.map_err(|_| CoopError::Poisoned)?,
            reader: shared.readers().pop(),
            shared: Arc::clone(shared),
        })
    }

    pub(super) fn reader(&self) -> Result<&CoopReader, CoopError> {
        self.reader.as_ref().ok_or(CoopError::Poisoned)
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        // Before the permit, which is dropped after this.
        if !self.shared.reader_permits.is_closed() {
            self.shared.readers().extend(self.reader.take());
        }
    }
}
