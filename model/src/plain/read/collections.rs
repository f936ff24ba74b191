//! Reading lists and maps.

use super::super::Value;
use super::{PlainReader, Source, Unfit};

impl<'a> PlainReader<'a> {
    /// Reads each value of a list.
    ///
    /// # Errors
    /// [`Unfit`] when there is no list, and those of `step`.
    pub fn list(
        &mut self,
        step: &mut dyn FnMut(&mut Self) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        if let Source::Json(value) = self.0 {
            let Value::List(values) = value else {
                return Err(Unfit);
            };
            return values
                .iter()
                .try_for_each(|value| step(&mut PlainReader::json(value)));
        }
        (0..self.count()?).try_for_each(|_| step(self))
    }

    /// Reads each entry of a map.
    ///
    /// # Errors
    /// [`Unfit`] when there is no map, and those of `step`.
    pub fn map(
        &mut self,
        step: &mut dyn FnMut(&'a str, &mut Self) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        if let Source::Json(value) = self.0 {
            let entries = value.as_object().ok_or(Unfit)?;
            return entries
                .iter()
                .try_for_each(|(key, value)| step(key, &mut PlainReader::json(value)));
        }
        (0..self.count()?).try_for_each(|_| {
            let key = self.text()?;
            step(key, self)
        })
    }

    fn count(&mut self) -> Result<u64, Unfit> {
        match &mut self.0 {
            Source::Packed(from) => from.array().ok().flatten().ok_or(Unfit),
            Source::Json(_) => Err(Unfit),
        }
    }
}
