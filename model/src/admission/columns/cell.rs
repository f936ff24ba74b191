//! What a run-length column holds: whole numbers or text.

use super::super::bytes::{ByteReader, Malformed, Text};

/// What a run-length column holds.
pub(in crate::admission) trait Cell: Copy + PartialEq {
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
