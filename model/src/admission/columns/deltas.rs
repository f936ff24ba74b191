//! A column of numbers written as differences.

use super::super::bytes::{ByteReader, Malformed};
use super::Runs;

/// A column of numbers written as differences.
#[derive(Debug)]
pub(in crate::admission) struct Deltas<'a> {
    runs: Runs<'a, i64>,
    value: i64,
}

impl<'a> Deltas<'a> {
    pub(in crate::admission) fn new(input: ByteReader<'a>) -> Self {
        Self {
            runs: Runs::new(input),
            value: 0,
        }
    }

    pub(in crate::admission) fn ends_well(&self) -> bool {
        self.runs.ends_well()
    }

    pub(in crate::admission) fn next(&mut self) -> Result<Option<i64>, Malformed> {
        let Some(delta) = self.runs.next()? else {
            return Ok(None);
        };
        self.value = self.value.checked_add(delta).ok_or(Malformed)?;
        Ok(Some(self.value))
    }
}
