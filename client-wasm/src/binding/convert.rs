//! JavaScript values to and from ours. What holds no bytes crosses as JSON text, which browsers read and write faster
//! than field by field, and for which the code exists once; what holds bytes is converted by hand.

mod read;
mod write;

use besace_model::plain::{self, FromPlain, ToPlain};
use js_sys::{Error, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

pub(super) use read::{config, event, rows};
pub(super) use write::effects;

type Result<T> = std::result::Result<T, JsValue>;

/// A JavaScript `Error` with a `code`.
pub(super) fn failure(message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &"invalid_command".into());
    error.into()
}

/// Reads a value that holds no bytes.
pub(super) fn from_json<T: FromPlain>(value: &JsValue) -> Result<T> {
    let text: String = JSON::stringify(value)?.into();
    plain::from_json(text.as_bytes()).map_err(|error| failure(&error.to_string()))
}

/// Writes a value that holds no bytes.
pub(super) fn to_json(value: &dyn ToPlain) -> Result<JsValue> {
    JSON::parse(&plain::to_json(value))
}

/// Sets a field.
pub(super) fn set(object: &Object, field: &str, value: &JsValue) -> Result<()> {
    Reflect::set(object, &field.into(), value).map(|_| ())
}

fn field(object: &JsValue, name: &str) -> Result<JsValue> {
    Reflect::get(object, &name.into())
}

fn text(object: &JsValue, name: &str) -> Result<String> {
    field(object, name)?
        .as_string()
        .ok_or_else(|| failure(name))
}

fn number(object: &JsValue, name: &str) -> Result<u32> {
    field(object, name)?
        .as_f64()
        .map(|number| number as u32)
        .ok_or_else(|| failure(name))
}

fn bytes(object: &JsValue, name: &str) -> Result<Vec<u8>> {
    field(object, name)?
        .dyn_into::<Uint8Array>()
        .map(|bytes| bytes.to_vec())
        .map_err(|_| failure(name))
}
