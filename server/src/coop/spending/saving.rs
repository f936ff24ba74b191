//! Writing down what members spent, with all else that waits for a checkpoint.

use crate::coop::{Coop, CoopError};
use crate::limits::SPENT_SAVED_EVERY;
use crate::store::spent;

impl Coop {
    /// Writes down what everybody wrote, when so many entries came since the last time: what is not written down is
    /// counted again when the file opens.
    pub(in crate::coop) fn save_spending(&mut self, after: u64) -> Result<(), CoopError> {
        let head = self.head();
        let spending = &mut self.judging.spending;
        if spending.unsaved.is_empty() || head < spending.saved_upto + after {
            return Ok(());
        }
        let tx = self.store.begin()?;
        let unsaved = spending.unsaved.iter();
        let counts = unsaved.map(|member| {
            let spent = spending.durable.get(member).copied();
            (*member, spent.unwrap_or_default())
        });
        spent::save(&tx, counts, head)?;
        tx.commit()?;
        spending.unsaved.clear();
        spending.saved_upto = head;
        Ok(())
    }

    /// Moves the write-ahead log into the main file, and writes down what is due.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn checkpoint(&mut self) -> Result<(), CoopError> {
        self.save_spending(SPENT_SAVED_EVERY)?;
        Ok(self.store.checkpoint()?)
    }

    /// Gives the disk what a long write-ahead log took.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn cut_back(&self) -> Result<(), CoopError> {
        Ok(self.store.cut_back()?)
    }

    /// Closes the file in order, with what it is still to hold.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn close(mut self) -> Result<(), CoopError> {
        if let Err(error) = self.save_spending(1) {
            // As on a full disk: it is counted again from the log.
            tracing::warn!(%error, "what members wrote is not written down");
        }
        for saved in [self.write_seen(), self.save_marks(), self.save_derived()] {
            match saved {
                Err(CoopError::Store(error)) if !error.is_disk_full() => return Err(error.into()),
                _ => {}
            }
        }
        Ok(self.store.close()?)
    }
}
