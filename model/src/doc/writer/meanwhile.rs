//! What stands by now that a change made at an earlier state does not see.

use automerge::ReadDoc;

use super::{ChangeWriter, MapPlace};
use crate::command::CommandError;

impl ChangeWriter<'_> {
    /// Whether an object stands at a key by now that this change does not see.
    pub(super) fn is_made_meanwhile(&self, place: &MapPlace, key: &str) -> bool {
        let found = self
            .meanwhile
            .and_then(|doc| doc.get(&place.object, key).ok().flatten());
        found.is_some_and(|(value, _)| value.is_object())
    }

    /// Two objects made apart would compete for their key, and what was written into one of them would be lost.
    pub(crate) fn check_not_made(&self, place: &MapPlace, key: &str) -> Result<(), CommandError> {
        if self.is_made_meanwhile(place, key) {
            return Err(CommandError::MadeMeanwhile(place.at(key)));
        }
        Ok(())
    }
}
