//! The column codes of a change, read one value at a time: nothing is ever expanded, so a run of a billion costs what
//! a run of two does. Only the one form that Automerge itself writes is accepted: maximal runs of two or more equal
//! values, maximal stretches of unequal ones, maximal stretches of nothing.

mod bools;
mod cell;
mod deltas;
#[cfg(test)]
mod tests;

use super::bytes::{ByteReader, Malformed};
pub(super) use bools::Bools;
pub(super) use cell::Cell;
pub(super) use deltas::Deltas;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Segment {
    None,
    Run,
    Literal,
    Null,
}

/// A run-length column. One that is absent holds nothing at every row.
#[derive(Debug)]
pub(super) struct Runs<'a, C: Cell> {
    input: ByteReader<'a>,
    is_absent: bool,
    segment: Segment,
    left: u64,
    last: Option<C::Of<'a>>,
    saw_value: bool,
}

impl<'a, C: Cell> Runs<'a, C> {
    pub(super) fn new(input: ByteReader<'a>) -> Self {
        Self {
            is_absent: input.is_empty(),
            input,
            segment: Segment::None,
            left: 0,
            last: None,
            saw_value: false,
        }
    }

    /// Whether every value was read.
    pub(super) fn is_done(&self) -> bool {
        self.input.is_empty() && self.left == 0
    }

    /// How many values of the open run are still to come.
    pub(super) fn left(&self) -> u64 {
        self.left
    }

    /// Whether the column ended where it must: all read, and not merely nothing written out at length.
    pub(super) fn ends_well(&self) -> bool {
        self.is_absent || (self.is_done() && self.saw_value)
    }

    /// How many values there are, runs taken at their word; at most `most`.
    pub(super) fn count(mut self, most: u64) -> Result<u64, Malformed> {
        let mut count = 0u64;
        while !self.is_done() && count < most {
            self.open()?;
            count = count.saturating_add(self.left);
            while self.segment == Segment::Literal && self.left > 0 {
                self.next()?;
            }
            self.left = 0;
        }
        Ok(count.min(most))
    }

    pub(super) fn next(&mut self) -> Result<Option<C::Of<'a>>, Malformed> {
        if self.is_absent {
            return Ok(None);
        }
        if self.left == 0 {
            self.open()?;
        }
        self.left -= 1;
        match self.segment {
            Segment::Null | Segment::None => Ok(None),
            Segment::Run => Ok(self.last),
            Segment::Literal => {
                let value = C::read(&mut self.input)?;
                if self.last == Some(value) {
                    return Err(Malformed);
                }
                self.last = Some(value);
                Ok(Some(value))
            }
        }
    }

    /// The next value of a column that has one at every row.
    pub(super) fn some(&mut self) -> Result<C::Of<'a>, Malformed> {
        self.next()?.ok_or(Malformed)
    }

    fn open(&mut self) -> Result<(), Malformed> {
        let count = self.input.signed()?;
        let before = self.segment;
        match count {
            0 => {
                self.left = self.input.unsigned()?;
                self.last = None;
                self.segment = Segment::Null;
                if before == Segment::Null || self.left == 0 {
                    return Err(Malformed);
                }
            }
            1 => return Err(Malformed),
            2.. => {
                let value = C::read(&mut self.input)?;
                if self.last == Some(value) {
                    return Err(Malformed);
                }
                self.left = count.unsigned_abs();
                self.last = Some(value);
                self.segment = Segment::Run;
                self.saw_value = true;
            }
            _ => {
                if before == Segment::Literal {
                    return Err(Malformed);
                }
                self.left = count.unsigned_abs();
                self.segment = Segment::Literal;
                self.saw_value = true;
            }
        }
        Ok(())
    }
}
