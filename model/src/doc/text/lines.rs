//! Lines, names and dates as people type them.

use crate::clean;
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};

impl ChangeWriter<'_> {
    /// Writes a single line, cleaned. An empty line that never stood stays unsaid.
    pub(crate) fn put_line(
        &mut self,
        place: &MapPlace,
        key: &str,
        text: &str,
    ) -> Result<(), CommandError> {
        let line = clean::line(text);
        if line.is_empty() && self.standing(place, key).is_empty() {
            return self.allowed(place, key).map(|_| ());
        }
        self.put(place, key, line.as_str())
    }

    /// Writes a single line that must not be empty.
    pub(crate) fn put_name(
        &mut self,
        place: &MapPlace,
        key: &str,
        text: &str,
    ) -> Result<(), CommandError> {
        if clean::line(text).is_empty() {
            return Err(place.invalid(key));
        }
        self.put_line(place, key, text)
    }

    /// Writes a date that may be open: empty clears it.
    pub(crate) fn put_open_date(
        &mut self,
        place: &MapPlace,
        key: &str,
        date: &str,
    ) -> Result<(), CommandError> {
        self.put_or_clear(place, key, (!date.is_empty()).then_some(date))
    }

    /// Writes an instant that a person chose.
    pub(crate) fn put_chosen(
        &mut self,
        place: &MapPlace,
        key: &str,
        instant: &str,
    ) -> Result<(), CommandError> {
        if !crate::time::is_of_our_time(instant) {
            return Err(place.invalid(key));
        }
        self.put(place, key, instant)
    }
}
