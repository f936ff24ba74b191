//! What stands where a change is about to write.

use automerge::ReadDoc;

use super::{ChangeWriter, MapPlace};

impl ChangeWriter<'_> {
    /// The keys of a map.
    pub(crate) fn keys(&self, place: &MapPlace) -> Vec<String> {
        self.tx.keys(&place.object).collect()
    }

    /// The string that stands at a key; empty when there is none.
    pub(crate) fn string(&self, place: &MapPlace, key: &str) -> String {
        let found = self.tx.get(&place.object, key).ok().flatten();
        found
            .and_then(|(value, _)| value.into_string().ok())
            .unwrap_or_default()
    }

    /// The text that stands at a key; empty when there is none.
    pub(crate) fn prose(&self, place: &MapPlace, key: &str) -> String {
        let found = self.tx.get(&place.object, key).ok().flatten();
        found
            .and_then(|(_, text)| self.tx.text(text).ok())
            .unwrap_or_default()
    }

    /// The highest number that stands at a key; 0 when there is none.
    pub(crate) fn highest(&self, place: &MapPlace, key: &str) -> i64 {
        self.standing(place, key)
            .iter()
            .filter_map(|(value, _)| value.as_i64())
            .max()
            .unwrap_or(0)
    }

    /// The flag that stands at a key.
    pub(crate) fn flag(&self, place: &MapPlace, key: &str) -> bool {
        let found = self.tx.get(&place.object, key).ok().flatten();
        found.is_some_and(|(value, _)| value.as_bool() == Some(true))
    }
}
