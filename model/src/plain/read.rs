//! Reading plain data.

mod collections;
mod values;

use minicbor::Decoder;
use minicbor::data::Type;

use super::{FromPlain, PRESENT, Value};

/// What stands there is not what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not plain data of the expected form")]
pub struct Unfit;

/// Where plain data is read from.
#[derive(Debug)]
pub struct PlainReader<'a>(Source<'a>);

#[derive(Debug)]
enum Source<'a> {
    Json(&'a Value),
    Packed(Decoder<'a>),
}

impl<'a> PlainReader<'a> {
    pub(super) fn json(value: &'a Value) -> Self {
        Self(Source::Json(value))
    }

    pub(super) fn packed(bytes: &'a [u8], shape: u64) -> Result<Self, Unfit> {
        let packed = bytes.strip_prefix(&shape.to_be_bytes()).ok_or(Unfit)?;
        Ok(Self(Source::Packed(Decoder::new(packed))))
    }

    /// Opens an object.
    ///
    /// # Errors
    /// [`Unfit`] when there is none.
    pub fn open(&mut self) -> Result<(), Unfit> {
        match &self.0 {
            Source::Json(Value::Object(_)) | Source::Packed(_) => Ok(()),
            Source::Json(_) => Err(Unfit),
        }
    }

    /// Reads a field of the object.
    ///
    /// # Errors
    /// [`Unfit`] when it is not one.
    pub fn field<T: FromPlain>(&mut self, name: &str) -> Result<T, Unfit> {
        match self.0 {
            Source::Packed(_) => T::read(self),
            Source::Json(object) => match object.get(name) {
                Some(value) => T::read(&mut PlainReader::json(value)),
                None => T::absent().ok_or(Unfit),
            },
        }
    }

    /// Reads a field of the object that need not be said.
    ///
    /// # Errors
    /// [`Unfit`] when it is said and is not one.
    pub fn said<T: FromPlain>(&mut self, name: &str) -> Result<Option<T>, Unfit> {
        match &mut self.0 {
            Source::Packed(from) => match from.datatype() {
                Ok(Type::Undefined) => from.undefined().map(|()| None).map_err(|_| Unfit),
                _ => {
                    self.present();
                    T::read(self).map(Some)
                }
            },
            Source::Json(object) => match object.get(name) {
                Some(Value::Null) => Ok(T::absent()),
                Some(value) => T::read(&mut PlainReader::json(value)).map(Some),
                None => Ok(None),
            },
        }
    }

    /// Goes past the sign that a value is there, if it stands here (see [`super::PlainWriter::present`]).
    pub(super) fn present(&mut self) {
        if let Source::Packed(from) = &mut self.0
            && from.input().get(from.position()) == Some(&PRESENT)
        {
            from.set_position(from.position() + 1);
        }
    }

    /// Reads which variant the object is.
    ///
    /// # Errors
    /// [`Unfit`] when it does not say.
    pub fn tag(&mut self, key: &str) -> Result<&'a str, Unfit> {
        match self.0 {
            Source::Packed(_) => self.text(),
            Source::Json(object) => object.get(key).and_then(Value::as_text).ok_or(Unfit),
        }
    }

    /// Reads the one key of the object and goes on to what stands under it.
    ///
    /// # Errors
    /// [`Unfit`] when there is no such object.
    pub fn key(&mut self) -> Result<&'a str, Unfit> {
        match self.0 {
            Source::Packed(_) => self.text(),
            Source::Json(object) => {
                let mut entries = object.as_object().into_iter().flatten();
                let (key, held) = entries.next().ok_or(Unfit)?;
                self.0 = Source::Json(held);
                Ok(key)
            }
        }
    }
}
