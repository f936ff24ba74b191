//! The values that plain data is made of.

mod collections;
mod scalars;

use super::{FromPlain, NULL, PlainReader, PlainWriter, ToPlain, Unfit, shape};

impl<T: ToPlain> ToPlain for Option<T> {
    fn write(&self, out: &mut PlainWriter) {
        match self {
            Some(value) => out.present(NULL, value),
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
        input.present();
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
