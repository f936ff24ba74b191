//! Reading connections, opened when somebody asks and lent to one reader at a time, and what is asked over them.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use besace_model::ids::MemberId;
use besace_model::kind::KindSet;
use besace_model::limits::FRAME_FILL_BYTES;
use besace_model::time::Timestamp;
use besace_model::wire::{Cursor, Witness};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Shared;
use crate::coop::{Ask, CoopError, CoopReader, Readers};
use crate::limits::READERS;

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

/// The readers of one cooperative that nobody uses, and how many there may be.
pub(super) struct Shelf {
    /// None in memory, where the writer reads.
    opens: Option<Readers>,
    resting: Mutex<Vec<CoopReader>>,
    permits: Arc<Semaphore>,
    was_used: AtomicBool,
}

impl Shelf {
    pub(super) fn new(opens: Option<Readers>) -> Self {
        Self {
            opens,
            resting: Mutex::default(),
            permits: Arc::new(Semaphore::new(READERS)),
            was_used: AtomicBool::new(false),
        }
    }

    /// Whether the writer reads, as in memory.
    pub(super) fn is_writers(&self) -> bool {
        self.opens.is_none()
    }

    /// Closes those that rest, when nobody asked for one since this was called before.
    pub(super) fn clear_unused(&self) {
        if !self.was_used.swap(false, Ordering::Relaxed) {
            self.resting().clear();
        }
    }

    /// Whether none is lent.
    pub(super) fn is_idle(&self) -> bool {
        self.permits.available_permits() == READERS
    }

    /// Lends no more, and closes those that rest; those that are lent are closed when they come back.
    pub(super) fn close(&self) {
        self.permits.close();
        self.resting().clear();
    }

    fn resting(&self) -> MutexGuard<'_, Vec<CoopReader>> {
        self.resting.lock().unwrap_or_else(PoisonError::into_inner)
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
        let shelf = &shared.shelf;
        let permit = Arc::clone(&shelf.permits).acquire_owned().await;
        let permit = permit.map_err(|_| CoopError::Poisoned)?;
        shelf.was_used.store(true, Ordering::Relaxed);
        Ok(Self {
            reader: shelf.resting().pop(),
            shared: Arc::clone(shared),
            _permit: permit,
        })
    }

    /// The reader, opened now when none rested: for a thread that may block.
    pub(super) fn reader(&mut self) -> Result<&CoopReader, CoopError> {
        match &mut self.reader {
            Some(reader) => Ok(reader),
            none => {
                let opens = self.shared.shelf.opens.as_ref();
                let opened = opens.ok_or(CoopError::Poisoned)?.open()?;
                Ok(none.insert(opened))
            }
        }
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        // Before the permit, which is dropped after this.
        let shelf = &self.shared.shelf;
        let mut resting = shelf.resting();
        if !shelf.permits.is_closed() {
            resting.extend(self.reader.take());
        }
    }
}
