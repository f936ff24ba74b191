//! The column codes of a change, read one value at a time: nothing is ever expanded, so a run of a billion costs what
//! a run of two does. Only the one form that Automerge itself writes is accepted: maximal runs of two or more equal
//! values, maximal stretches of unequal ones, maximal stretches of nothing.

use super::bytes::{ByteReader, Malformed, Text};

/// What a run-length column holds.
pub(super) trait Cell: Copy + PartialEq {
    type Of<'a>: Copy + PartialEq;
    fn read<'a>(input: &mut ByteReader<'a>) -> Result<Self::Of<'a>, Malformed>;
}

impl Cell for u64 {
    type Of<'a> = u64;
    fn read(input: &mut ByteReader<'_>) -> Result<u64, Malformed> {
        input.unsigned()
    }
}

impl Cell for i64 {
    type Of<'a> = i64;
    fn read(input: &mut ByteReader<'_>) -> Result<i64, Malformed> {
        input.signed()
    }
}

impl Cell for Text<'static> {
    type Of<'a> = Text<'a>;
    fn read<'a>(input: &mut ByteReader<'a>) -> Result<Text<'a>, Malformed> {
        input.text()
    }
}

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

/// A column of numbers written as differences.
#[derive(Debug)]
pub(super) struct Deltas<'a> {
    runs: Runs<'a, i64>,
    value: i64,
}

impl<'a> Deltas<'a> {
    pub(super) fn new(input: ByteReader<'a>) -> Self {
        Self {
            runs: Runs::new(input),
            value: 0,
        }
    }

    pub(super) fn ends_well(&self) -> bool {
        self.runs.ends_well()
    }

    pub(super) fn next(&mut self) -> Result<Option<i64>, Malformed> {
        let Some(delta) = self.runs.next()? else {
            return Ok(None);
        };
        self.value = self.value.checked_add(delta).ok_or(Malformed)?;
        Ok(Some(self.value))
    }
}

/// A column of yes and no: lengths of alternating runs, the first one of no.
#[derive(Debug)]
pub(super) struct Bools<'a> {
    input: ByteReader<'a>,
    value: bool,
    left: u64,
    is_open: bool,
}

impl<'a> Bools<'a> {
    pub(super) fn new(input: ByteReader<'a>) -> Self {
        Self {
            input,
            value: true,
            left: 0,
            is_open: false,
        }
    }

    pub(super) fn ends_well(&self) -> bool {
        self.input.is_empty() && self.left == 0
    }

    pub(super) fn next(&mut self) -> Result<bool, Malformed> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(bytes: &[u8], count: usize) -> Result<Vec<Option<u64>>, Malformed> {
        let mut runs = Runs::<u64>::new(ByteReader::new(bytes));
        let values = (0..count).map(|_| runs.next()).collect::<Result<_, _>>()?;
        if runs.ends_well() {
            Ok(values)
        } else {
            Err(Malformed)
        }
    }

    #[test]
    fn a_run_length_column_has_one_spelling() {
        let (a, b) = (Some(5), Some(6));
        assert_eq!(
            numbers(&[2, 5, 0x7e, 6, 5, 0, 1], 5),
            Ok(vec![a, a, b, a, None])
        );
        assert_eq!(numbers(&[], 2), Ok(vec![None, None]));
        for (bytes, count) in [
            (&[1, 5][..], 1),            // a run of one
            (&[2, 5, 2, 5], 4),          // a run cut in two
            (&[0x7f, 5, 0x7f, 6], 2),    // a stretch cut in two
            (&[0x7e, 5, 5], 2),          // equal neighbours written out
            (&[2, 5, 0x7f, 5], 3),       // a stretch that goes on with the run's value
            (&[0x7f, 5, 2, 5], 3),       // a run that goes on with the stretch's value
            (&[0, 1, 0, 1, 0x7f, 5], 3), // nothing cut in two
            (&[0, 2], 2),                // nothing at all, written out
            (&[0, 0, 0x7f, 5], 1),       // a stretch of no length
            (&[2, 5], 1),                // more values than rows
            (&[2, 5], 3),                // fewer values than rows
        ] {
            assert_eq!(numbers(bytes, count), Err(Malformed), "{bytes:x?}");
        }
    }

    #[test]
    fn a_yes_or_no_column_has_one_spelling() {
        let read = |bytes: &[u8], count: usize| {
            let mut bools = Bools::new(ByteReader::new(bytes));
            let values = (0..count)
                .map(|_| bools.next())
                .collect::<Result<Vec<_>, _>>()?;
            if bools.ends_well() {
                Ok(values)
            } else {
                Err(Malformed)
            }
        };
        assert_eq!(read(&[1, 2], 3), Ok(vec![false, true, true]));
        assert_eq!(read(&[0, 1, 1], 2), Ok(vec![true, false]));
        for (bytes, count) in [
            (&[1, 0, 1][..], 2),
            (&[0, 0, 1], 1),
            (&[2], 1),
            (&[1], 2),
            (&[1, 0], 1),
        ] {
            assert_eq!(read(bytes, count), Err(Malformed), "{bytes:x?}");
        }
    }
}
