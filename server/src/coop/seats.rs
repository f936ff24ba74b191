//! What only the relay can decide and writes itself: seats and waiting lists in the order of receipt, and the
//! directory.

use super::people::People;
use super::{CoopError, Inside};
use crate::store::docs::DocMeta;

impl Inside<'_> {
    /// Decides seats after commits to answers and events.
    pub(super) fn decide_seats(
        &mut self,
        dirty: impl Iterator<Item = DocMeta>,
    ) -> Result<(), CoopError> {
        let _ = (dirty, self.row.coop);
        Ok(())
    }

    /// Writes what phones need to know of people.
    pub(super) fn update_directory(&mut self, people: &People) -> Result<(), CoopError> {
        let _ = people;
        Ok(())
    }
}
