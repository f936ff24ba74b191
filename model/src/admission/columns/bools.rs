//! A column of yes and no.

use super::super::bytes::{ByteReader, Malformed};

/// A column of yes and no: lengths of alternating runs, the first one of no.
#[derive(Debug)]
pub(in crate::admission) struct Bools<'a> {
    input: ByteReader<'a>,
    value: bool,
    left: u64,
    is_open: bool,
}

impl<'a> Bools<'a> {
    pub(in crate::admission) fn new(input: ByteReader<'a>) -> Self {
        Self {
            input,
            value: true,
            left: 0,
            is_open: false,
        }
    }

    pub(in crate::admission) fn ends_well(&self) -> bool {
        self.input.is_empty() && self.left == 0
    }

    pub(in crate::admission) fn next(&mut self) -> Result<bool, Malformed> {
        if self.left == 0 {
            self.left = self.input.unsigned()?;
            self.value = !self.value;
            if self.left == 0 {
                if self.is_open {
                    return Err(Malformed);
                }
                self.left = self.input.unsigned()?;
                self.value = !self.value;
            }
            self.is_open = true;
        }
        self.left = self.left.checked_sub(1).ok_or(Malformed)?;
        Ok(self.value)
    }
}
