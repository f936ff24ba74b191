//! Flags, numbers, text and identifiers as plain data.

use super::super::{FromPlain, PlainReader, PlainWriter, ToPlain, Unfit, shape};
use crate::ids::{CoopId, DeviceId, FileHash, MemberId, Ulid};
use crate::record::FieldValue;

impl ToPlain for bool {
    fn write(&self, out: &mut PlainWriter) {
        out.flag(*self);
    }
}

impl FromPlain for bool {
    const SHAPE: u64 = shape(&[("flag", 0)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        input.flag()
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl ToPlain for $number {
            fn write(&self, out: &mut PlainWriter) {
                out.number(i64::from(*self));
            }
        }

        impl FromPlain for $number {
            const SHAPE: u64 = shape(&[("number", 0)]);

            fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
                input.number()?.try_into().map_err(|_| Unfit)
            }
        }
    )+};
}

numbers!(i64, u32, u16);

impl ToPlain for str {
    fn write(&self, out: &mut PlainWriter) {
        out.text(self);
    }
}

impl ToPlain for String {
    fn write(&self, out: &mut PlainWriter) {
        out.text(self);
    }
}

impl FromPlain for String {
    const SHAPE: u64 = shape(&[("text", 0)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        input.text().map(str::to_owned)
    }
}

macro_rules! printed {
    ($($id:ty),+) => {$(
        impl ToPlain for $id {
            fn write(&self, out: &mut PlainWriter) {
                out.text(&self.to_string());
            }
        }

        impl FromPlain for $id {
            const SHAPE: u64 = String::SHAPE;

            fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
                input.text()?.parse().map_err(|_| Unfit)
            }
        }
    )+};
}

printed!(Ulid, CoopId, MemberId, DeviceId, FileHash);

impl ToPlain for FieldValue {
    fn write(&self, out: &mut PlainWriter) {
        match self {
            Self::Text(text) => out.text(text),
            Self::Number(number) => out.number(*number),
            Self::Flag(flag) => out.flag(*flag),
        }
    }
}

impl FromPlain for FieldValue {
    const SHAPE: u64 = shape(&[("scalar", 0)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        input.scalar()
    }
}
