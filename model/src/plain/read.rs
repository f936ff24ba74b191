//! Reading plain data.

use minicbor::Decoder;
use minicbor::data::Type;

use super::{FromPlain, Value};
use crate::record::FieldValue;

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
                _ => T::read(self).map(Some),
            },
            Source::Json(object) => match object.get(name) {
                Some(Value::Null) => Ok(T::absent()),
                Some(value) => T::read(&mut PlainReader::json(value)).map(Some),
                None => Ok(None),
            },
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

    /// Whether nothing stands here; passes over it.
    pub fn null(&mut self) -> bool {
        match &mut self.0 {
            Source::Json(value) => **value == Value::Null,
            Source::Packed(from) => {
                matches!(from.datatype(), Ok(Type::Null)) && from.null().is_ok()
            }
        }
    }

    /// Reads yes or no.
    ///
    /// # Errors
    /// [`Unfit`] when it is neither.
    pub fn flag(&mut self) -> Result<bool, Unfit> {
        match &mut self.0 {
            Source::Json(Value::Flag(flag)) => Ok(*flag),
            Source::Json(_) => Err(Unfit),
            Source::Packed(from) => from.bool().map_err(|_| Unfit),
        }
    }

    /// Reads a whole number.
    ///
    /// # Errors
    /// [`Unfit`] when there is none.
    pub fn number(&mut self) -> Result<i64, Unfit> {
        match &mut self.0 {
            Source::Json(Value::Number(number)) => Ok(*number),
            Source::Json(_) => Err(Unfit),
            Source::Packed(from) => from.i64().map_err(|_| Unfit),
        }
    }

    /// Reads text.
    ///
    /// # Errors
    /// [`Unfit`] when there is none.
    pub fn text(&mut self) -> Result<&'a str, Unfit> {
        match &mut self.0 {
            Source::Json(value) => value.as_text().ok_or(Unfit),
            Source::Packed(from) => from.str().map_err(|_| Unfit),
        }
    }

    /// Reads text, a whole number, yes or no.
    ///
    /// # Errors
    /// [`Unfit`] when it is none of them.
    pub fn scalar(&mut self) -> Result<FieldValue, Unfit> {
        let next = match &self.0 {
            Source::Json(Value::Text(_)) => Type::String,
            Source::Json(Value::Flag(_)) => Type::Bool,
            Source::Json(_) => Type::Int,
            Source::Packed(from) => from.datatype().map_err(|_| Unfit)?,
        };
        match next {
            Type::String => self.text().map(|text| FieldValue::Text(text.to_owned())),
            Type::Bool => self.flag().map(FieldValue::Flag),
            _ => self.number().map(FieldValue::Number),
        }
    }

    /// Reads each value of a list.
    ///
    /// # Errors
    /// [`Unfit`] when there is no list, and those of `step`.
    pub fn list(
        &mut self,
        step: &mut dyn FnMut(&mut Self) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        if let Source::Json(value) = self.0 {
            let Value::List(values) = value else {
                return Err(Unfit);
            };
            return values
                .iter()
                .try_for_each(|value| step(&mut PlainReader::json(value)));
        }
        (0..self.count()?).try_for_each(|_| step(self))
    }

    /// Reads each entry of a map.
    ///
    /// # Errors
    /// [`Unfit`] when there is no map, and those of `step`.
    pub fn map(
        &mut self,
        step: &mut dyn FnMut(&'a str, &mut Self) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        if let Source::Json(value) = self.0 {
            let entries = value.as_object().ok_or(Unfit)?;
            return entries
                .iter()
                .try_for_each(|(key, value)| step(key, &mut PlainReader::json(value)));
        }
        (0..self.count()?).try_for_each(|_| {
            let key = self.text()?;
            step(key, self)
        })
    }

    fn count(&mut self) -> Result<u64, Unfit> {
        match &mut self.0 {
            Source::Packed(from) => from.array().ok().flatten().ok_or(Unfit),
            Source::Json(_) => Err(Unfit),
        }
    }
}
