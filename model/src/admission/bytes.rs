//! A cursor over one change that cannot run past its end: every read is checked, every number must be written in its
//! shortest form.

mod numbers;
mod span;
#[cfg(test)]
mod tests;

pub(super) use span::{Span, Text};

/// The bytes are not what the format asks for. What exactly is wrong never matters: the change is refused whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Malformed;

/// The cursor: `rest` begins at byte `at` of the raw change.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ByteReader<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> ByteReader<'a> {
    pub(super) fn new(raw: &'a [u8]) -> Self {
        Self { rest: raw, at: 0 }
    }

    /// What was not taken yet.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.rest.len()
    }

    /// Takes exactly `len` bytes as a cursor of their own.
    pub(super) fn split(&mut self, len: usize) -> Result<Self, Malformed> {
        let (head, rest) = self.rest.split_at_checked(len).ok_or(Malformed)?;
        let taken = Self {
            rest: head,
            at: self.at,
        };
        self.rest = rest;
        self.at += len;
        Ok(taken)
    }

    pub(super) fn bytes(&mut self, len: usize) -> Result<&'a [u8], Malformed> {
        self.split(len).map(|taken| taken.rest)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.bytes(N)?.try_into().map_err(|_| Malformed)
    }

    pub(super) fn byte(&mut self) -> Result<u8, Malformed> {
        let (first, rest) = self.rest.split_first().ok_or(Malformed)?;
        self.rest = rest;
        self.at += 1;
        Ok(*first)
    }

    /// Text behind its length.
    pub(super) fn text(&mut self) -> Result<Text<'a>, Malformed> {
        let len = self.length()?;
        self.text_of(len)
    }

    /// Text of a known length.
    pub(super) fn text_of(&mut self, len: usize) -> Result<Text<'a>, Malformed> {
        let start = u32::try_from(self.at).map_err(|_| Malformed)?;
        let bytes = self.bytes(len)?;
        Ok(Text {
            text: std::str::from_utf8(bytes).map_err(|_| Malformed)?,
            span: Span {
                start,
                len: u32::try_from(len).map_err(|_| Malformed)?,
            },
        })
    }
}
