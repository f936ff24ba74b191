//! One write transaction: run on the file first, taken into memory once it is durable.

use std::sync::Arc;

use besace_model::time::Timestamp;

use super::admit::Judging;
use super::error::CoopError;
use super::indexes::Indexes;
use super::people::{People, Touched};
use super::relay::RelayAuthor;
use super::trials::Trials;
use super::writing::{Published, Staged, Writing};
use super::{Coop, read_lock, write_lock};
use crate::store::CoopRow;

impl Coop {
    /// Runs one transaction and, once it is durable, takes it into memory.
    pub(super) fn write<T>(
        &mut self,
        now: Timestamp,
        body: impl FnOnce(&mut Inside<'_>) -> Result<T, CoopError>,
    ) -> Result<(T, Published), CoopError> {
        if self.poisoned {
            return Err(CoopError::Poisoned);
        }
        let result = self.try_write(now, body);
        if let Err(CoopError::Store(error)) = &result {
            self.forget();
            self.poisoned = !error.is_disk_full();
        }
        result
    }

    /// Drops what memory may have taken in that is not in the file.
    pub(super) fn forget(&mut self) {
        self.relay.forget();
        self.indexes.clear();
    }

    fn try_write<T>(
        &mut self,
        now: Timestamp,
        body: impl FnOnce(&mut Inside<'_>) -> Result<T, CoopError>,
    ) -> Result<(T, Published), CoopError> {
        let (before, covers_due) = (self.people(), self.judging.covers_due);
        let tx = self.store.begin()?;
        let (answer, staged, people): (Result<T, CoopError>, Staged, Option<Arc<People>>) = {
            let board = read_lock(&self.board);
            let mut inside = Inside {
                row: &self.row,
                writing: Writing::new(&tx, &board, Arc::clone(&before), now),
                people: before,
                touched: Touched::default(),
                changed: None,
                indexes: &mut self.indexes,
                judging: &mut self.judging,
                trials: &self.trials,
                relay: &mut self.relay,
            };
            let begun = if self.has_begun {
                Ok(())
            } else {
                inside.writing.begin_life(self.life)
            };
            let answer = begun.map_err(CoopError::from);
            let answer = answer.and_then(|()| body(&mut inside));
            let Inside {
                writing, changed, ..
            } = inside;
            (answer, writing.finish(), changed)
        };
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => {
                drop(tx);
                self.judging.take_back(covers_due);
                // A decision that was refused before it wrote anything costs nobody else their place in memory.
                if staged.is_something() {
                    self.forget();
                }
                return Err(error);
            }
        };
        if let Err(error) = tx.commit() {
            self.judging.take_back(covers_due);
            return Err(error.into());
        }
        self.judging.spending.settle();
        self.has_begun = true;
        if let Some(people) = people {
            *write_lock(&self.people) = people;
        }
        self.behind.grow(&staged.grown);
        let published = staged.publish(&mut write_lock(&self.board));
        for doc in &published.superseded {
            self.behind.set(*doc, 0);
        }
        self.note_sources(&published);
        Ok((answer, published))
    }
}

/// What the body of a transaction may touch.
pub(super) struct Inside<'a> {
    pub(super) row: &'a CoopRow,
    pub(super) writing: Writing<'a>,
    pub(super) people: Arc<People>,
    pub(super) touched: Touched,
    pub(super) changed: Option<Arc<People>>,
    pub(super) indexes: &'a mut Indexes,
    pub(super) judging: &'a mut Judging,
    pub(super) trials: &'a Trials,
    pub(super) relay: &'a mut RelayAuthor,
}
