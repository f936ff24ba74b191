//! Reading single values.

use minicbor::data::Type;

use super::super::Value;
use super::{PlainReader, Source, Unfit};
use crate::record::FieldValue;

impl<'a> PlainReader<'a> {
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
}
