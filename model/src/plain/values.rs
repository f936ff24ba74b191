//! The values that plain data is made of.

use std::fmt::Display;
use std::str::FromStr;

use super::{FromPlain, PlainReader, PlainWriter, ToPlain, Unfit, shape};
use crate::ids::{CoopId, DeviceId, MemberId, Ulid};
use crate::record::FieldValue;
use crate::sorted::{SortedMap, SortedSet};

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

printed!(Ulid, CoopId, MemberId, DeviceId);

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

impl<T: ToPlain> ToPlain for Option<T> {
    fn write(&self, out: &mut PlainWriter) {
        match self {
            Some(value) => value.write(out),
            None => out.null(),
        }
    }
}

impl<T: FromPlain> FromPlain for Option<T> {
    const SHAPE: u64 = shape(&[("option", T::SHAPE)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        if input.null() {
            return Ok(None);
        }
        T::read(input).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: ToPlain + ?Sized> ToPlain for &T {
    fn write(&self, out: &mut PlainWriter) {
        (**self).write(out);
    }
}

impl<T: ToPlain> ToPlain for Box<T> {
    fn write(&self, out: &mut PlainWriter) {
        (**self).write(out);
    }
}

impl<T: FromPlain> FromPlain for Box<T> {
    const SHAPE: u64 = T::SHAPE;

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        T::read(input).map(Self::new)
    }
}

impl<T: ToPlain> ToPlain for [T] {
    fn write(&self, out: &mut PlainWriter) {
        write_list(self.len(), &mut self.iter().map(|value| value as _), out);
    }
}

impl<T: ToPlain> ToPlain for Vec<T> {
    fn write(&self, out: &mut PlainWriter) {
        self.as_slice().write(out);
    }
}

impl<T: FromPlain> FromPlain for Vec<T> {
    const SHAPE: u64 = shape(&[("list", T::SHAPE)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        let mut all = Self::new();
        input.list(&mut |input| {
            all.push(T::read(input)?);
            Ok(())
        })?;
        Ok(all)
    }
}

impl<T: ToPlain> ToPlain for SortedSet<T> {
    fn write(&self, out: &mut PlainWriter) {
        write_list(self.len(), &mut self.iter().map(|value| value as _), out);
    }
}

impl<T: FromPlain + Ord> FromPlain for SortedSet<T> {
    const SHAPE: u64 = Vec::<T>::SHAPE;

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        Vec::read(input).map(Self::from_iter)
    }
}

impl<K: Display, V: ToPlain> ToPlain for SortedMap<K, V> {
    fn write(&self, out: &mut PlainWriter) {
        out.map(self.len());
        for (key, value) in self {
            out.entry(&key.to_string(), value);
        }
        out.close();
    }
}

impl<K: FromStr + Ord, V: FromPlain> FromPlain for SortedMap<K, V> {
    const SHAPE: u64 = shape(&[("map", V::SHAPE)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        let mut all = Self::new();
        input.map(&mut |key, input| {
            all.insert(key.parse().map_err(|_| Unfit)?, V::read(input)?);
            Ok(())
        })?;
        Ok(all)
    }
}

fn write_list(values: usize, each: &mut dyn Iterator<Item = &dyn ToPlain>, out: &mut PlainWriter) {
    out.list(values);
    for value in each {
        value.write(out);
    }
    out.close_list();
}
