//! The action of an operation and the scalar it sets, each in its one form.

use super::super::bytes::{ByteReader, Malformed};
use super::super::prescan::{Literal, OpAction};
use super::split::Columns;
use crate::error::ErrorCode;

const MAKE_MAP: u64 = 0;
const SET: u64 = 1;
const DELETE: u64 = 3;
const MAKE_TEXT: u64 = 4;

impl<'a> Columns<'a> {
    pub(super) fn action(&mut self) -> Result<OpAction, ErrorCode> {
        let action = self.action.some()?;
        let value = self.value()?;
        match (action, value) {
            (MAKE_MAP, Value::Null) => Ok(OpAction::MakeMap),
            (MAKE_TEXT, Value::Null) => Ok(OpAction::MakeText),
            (DELETE, Value::Null) => Ok(OpAction::Delete),
            (SET, Value::Scalar(scalar)) => Ok(OpAction::Set(scalar)),
            (SET, Value::Null) => Ok(OpAction::Set(Literal::Other)),
            _ => Err(ErrorCode::BadShape),
        }
    }

    fn value(&mut self) -> Result<Value, Malformed> {
        let meta = self.value_meta.some()?;
        let len = usize::try_from(meta >> 4).map_err(|_| Malformed)?;
        let value = match (meta & 15, len) {
            (0, 0) => Value::Null,
            (1, 0) => Value::Scalar(Literal::Bool(false)),
            (2, 0) => Value::Scalar(Literal::Bool(true)),
            (0..=2, _) => return Err(Malformed),
            (4, _) => Value::Scalar(Literal::Int(self.whole(len, ByteReader::signed)?)),
            (6, _) => Value::Scalar(Literal::Str(self.value.text_of(len)?.span)),
            (COUNTER, _) => {
                self.whole(len, ByteReader::signed)?;
                Value::Counter
            }
            // None of these is welcome anywhere; each has one form all the same.
            (UNSIGNED, _) => {
                self.whole(len, ByteReader::unsigned)?;
                Value::Scalar(Literal::Other)
            }
            (TIMESTAMP, _) => {
                self.whole(len, ByteReader::signed)?;
                Value::Scalar(Literal::Other)
            }
            (FLOAT, len) if len != size_of::<f64>() => return Err(Malformed),
            _ => {
                self.value.split(len)?;
                Value::Scalar(Literal::Other)
            }
        };
        Ok(value)
    }

    /// One number that takes exactly so many bytes.
    fn whole<T>(
        &mut self,
        len: usize,
        read: fn(&mut ByteReader<'a>) -> Result<T, Malformed>,
    ) -> Result<T, Malformed> {
        let mut bytes = self.value.split(len)?;
        let number = read(&mut bytes)?;
        if bytes.is_empty() {
            Ok(number)
        } else {
            Err(Malformed)
        }
    }
}

const UNSIGNED: u64 = 3;
const FLOAT: u64 = 5;
const COUNTER: u64 = 8;
const TIMESTAMP: u64 = 9;

enum Value {
    Null,
    Counter,
    Scalar(Literal),
}
