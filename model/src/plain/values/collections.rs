//! Lists, sets and maps as plain data.

use std::fmt::Display;
use std::str::FromStr;

use super::super::{FromPlain, PlainReader, PlainWriter, ToPlain, Unfit, shape};
use crate::sorted::{SortedMap, SortedSet};

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
