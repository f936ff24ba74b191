//! What the relay derives from documents, by the model's projections: off the path of every acknowledgement, and soon after
//! it. A document that changed is read beside the writer; what it gives is kept; and the derived documents that it makes a
//! difference to are written, a few at a time. Whatever ends in between is taken up again from the log.

mod deriving;
mod received;
mod taken;
mod writing;

use besace_model::kind::Kind;
use besace_model::time::Timestamp;
use rusqlite::Connection;

pub(in crate::coop) use deriving::Deriving;
pub use taken::Taken;

use crate::coop::{Coop, CoopError, Published};
use crate::store::{StoreError, derived};
use taken::take_from;

/// Raised when what the relay decides is to be told otherwise than it told it, to everybody.
const DECIDED: [(Kind, u64); 1] = [(Kind::Directory, 1)];

impl Coop {
    /// Whether something is to be derived of what was written, now or soon.
    #[must_use]
    pub fn is_deriving(&self) -> bool {
        self.deriving.is_something()
    }

    /// Whether something was due to be derived at a time: documents to be read for it, or to be written.
    #[must_use]
    pub fn is_derive_due(&self, at: Timestamp) -> bool {
        self.deriving.is_read_due(at) || self.is_derived_due(at)
    }

    /// Whether documents are being read for it.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.deriving.is_reading()
    }

    /// When something is to be derived next because a time has come.
    #[must_use]
    pub fn derives_at(&self) -> Option<Timestamp> {
        self.deriving.next_due
    }

    /// Derives what is due, a bounded step of it, on this thread.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn derive(&mut self, now: Timestamp) -> Result<Published, CoopError> {
        let sources = self.sources_due(now);
        if !sources.is_empty() {
            let taken = take_from(self.store.conn(), &sources).unwrap_or_default();
            self.put_taken(now, taken)?;
        }
        if !self.is_derived_due(now) {
            return Ok(Published::default());
        }
        self.write_derived(now)
    }

    /// Notes how far it has come, when there is nothing left to read.
    pub(in crate::coop) fn save_derived(&mut self) -> Result<(), CoopError> {
        let upto = self.deriving.upto(self.head());
        let tx = self.store.begin()?;
        derived::set_upto(&tx, upto)?;
        Ok(tx.commit()?)
    }
}

/// Notes that a new cooperative tells nobody otherwise.
pub(in crate::coop) fn begin(conn: &Connection) -> Result<(), StoreError> {
    for (kind, version) in DECIDED {
        derived::set_version(conn, kind, version)?;
    }
    Ok(())
}
