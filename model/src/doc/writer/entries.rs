//! Entries: made and touched with their stamps, removed and brought back.

use super::{ChangeWriter, MapPlace};
use crate::command::CommandError;
use crate::ids::Ulid;

impl ChangeWriter<'_> {
    /// An entry that stands.
    pub(crate) fn entry(&self, map: &str, id: Ulid) -> Result<MapPlace, CommandError> {
        let map = self.top(map)?;
        self.open(&map, &id.to_string())?
            .ok_or(CommandError::NoSuchEntry)
    }

    /// A new entry with its stamps; the same command twice makes one entry.
    pub(crate) fn new_entry(&mut self, map: &str, id: Ulid) -> Result<MapPlace, CommandError> {
        let map = self.top(map)?;
        let key = id.to_string();
        if self.open(&map, &key)?.is_some() || self.is_made_meanwhile(&map, &key) {
            return Err(CommandError::NoChange);
        }
        let place = self.open_or_make(&map, &key)?;
        self.stamp(&place)?;
        Ok(place)
    }

    /// Writes who made an entry and when.
    pub(crate) fn stamp(&mut self, place: &MapPlace) -> Result<(), CommandError> {
        let (author, now) = (self.author().to_string(), self.now());
        self.put(place, "created_by", author.as_str())?;
        self.put(place, "created_at", now.as_str())
    }

    /// Writes when an entry was changed, if this change wrote anything.
    pub(crate) fn touch(&mut self, place: &MapPlace) -> Result<(), CommandError> {
        let now = self.now();
        if self.has_written() {
            self.put(place, "updated_at", now.as_str())?;
        }
        Ok(())
    }

    /// Removes an entry, or brings it back.
    pub(crate) fn remove(
        &mut self,
        map: &str,
        id: Ulid,
        removed: bool,
    ) -> Result<(), CommandError> {
        let place = self.entry(map, id)?;
        let stands = self.string(&place, "removed_at").is_empty();
        if stands != removed {
            return Err(CommandError::NoChange);
        }
        let now = self.now();
        self.put_or_clear(&place, "removed_at", removed.then_some(now.as_str()))
    }

    /// Says since when something is so, or that it is no more; what is so already goes on.
    pub(crate) fn put_since(
        &mut self,
        place: &MapPlace,
        key: &str,
        is_so: bool,
    ) -> Result<(), CommandError> {
        let now = self.now();
        match (is_so, self.string(place, key).is_empty()) {
            (true, true) => self.put(place, key, now.as_str()),
            (true, false) => Ok(()),
            (false, _) => self.clear(place, key),
        }
    }
}
