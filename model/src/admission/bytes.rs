//! A cursor over one change that cannot run past its end: every read is checked, every number must be written in its
//! shortest form.

/// The bytes are not what the format asks for. What exactly is wrong never matters: the change is refused whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Malformed;

/// A part of the raw change, by place and length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Span {
    start: u32,
    len: u32,
}

impl Span {
    /// The bytes meant; empty when they are not there.
    pub(super) fn of(self, raw: &[u8]) -> &[u8] {
        let start = self.start as usize;
        raw.get(start..start.saturating_add(self.len as usize))
            .unwrap_or_default()
    }

    /// The text meant; empty when it is none.
    pub(super) fn text(self, raw: &[u8]) -> &str {
        std::str::from_utf8(self.of(raw)).unwrap_or_default()
    }
}

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

    /// An unsigned LEB128 number in its shortest form.
    pub(super) fn unsigned(&mut self) -> Result<u64, Malformed> {
        let mut value = 0u64;
        for shift in (0..70).step_by(7) {
            let byte = self.byte()?;
            if shift == 63 && byte > 1 {
                return Err(Malformed);
            }
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return if byte == 0 && shift > 0 {
                    Err(Malformed)
                } else {
                    Ok(value)
                };
            }
        }
        Err(Malformed)
    }

    /// A length, which is never more than what is left.
    pub(super) fn length(&mut self) -> Result<usize, Malformed> {
        usize::try_from(self.unsigned()?).map_err(|_| Malformed)
    }

    /// A signed LEB128 number in its shortest form.
    pub(super) fn signed(&mut self) -> Result<i64, Malformed> {
        let mut value = 0i64;
        let mut before = 0u8;
        for shift in (0..70).step_by(7) {
            let byte = self.byte()?;
            if shift == 63 && byte != 0 && byte != 0x7f {
                return Err(Malformed);
            }
            value |= i64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                let extends_sign =
                    (byte == 0 && before & 0x40 == 0) || (byte == 0x7f && before & 0x40 != 0);
                if shift > 0 && extends_sign {
                    return Err(Malformed);
                }
                if shift < 57 && byte & 0x40 != 0 {
                    value |= -1i64 << (shift + 7);
                }
                return Ok(value);
            }
            before = byte;
        }
        Err(Malformed)
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

/// Text with its place in the change.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    text: &'a str,
    /// Where it stands.
    pub(super) span: Span,
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_spelling() {
        for (bytes, value) in [
            (&[0u8][..], Ok(0)),
            (&[0x7f], Ok(127)),
            (&[0x80, 1], Ok(128)),
            (&[0x80, 0], Err(Malformed)),
            (&[0x81, 0x80, 0], Err(Malformed)),
            (&[0xff; 10], Err(Malformed)),
            (
                &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
                Ok(u64::MAX),
            ),
            (
                &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2],
                Err(Malformed),
            ),
            (&[0x80], Err(Malformed)),
            (&[], Err(Malformed)),
        ] {
            assert_eq!(ByteReader::new(bytes).unsigned(), value, "{bytes:x?}");
        }
        for (bytes, value) in [
            (&[0u8][..], Ok(0)),
            (&[0x7f], Ok(-1)),
            (&[0x40], Ok(-64)),
            (&[0xbf, 0x7f], Ok(-65)),
            (&[0xc0, 0], Ok(64)),
            (&[0x81, 0], Err(Malformed)),
            (&[0xff, 0x7f], Err(Malformed)),
            (
                &[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f],
                Ok(i64::MIN),
            ),
            (
                &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0],
                Ok(i64::MAX),
            ),
            (
                &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
                Err(Malformed),
            ),
        ] {
            assert_eq!(ByteReader::new(bytes).signed(), value, "{bytes:x?}");
        }
    }
}
