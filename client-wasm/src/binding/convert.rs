//! JavaScript values to and from ours. What holds no bytes crosses as JSON text, which browsers read and write faster
//! than field by field, and for which the code exists once; what holds bytes is converted by hand.

use besace_model::error::ErrorCode;
use js_sys::{Array, Error, JSON, JsString, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::api::{Effect, Input, ReplicaConfig, Row, RowKey};

type Result<T> = std::result::Result<T, JsValue>;

/// A JavaScript `Error` with a `code`.
pub(super) fn failure(message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &"invalid_command".into());
    error.into()
}

/// Reads a value that holds no bytes.
pub(super) fn from_json<T: DeserializeOwned>(value: &JsValue) -> Result<T> {
    let text: String = JSON::stringify(value)?.into();
    serde_json::from_slice(text.as_bytes()).map_err(|error| failure(&error.to_string()))
}

/// Writes a value that holds no bytes.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<JsValue> {
    let text = serde_json::to_string(value).map_err(|error| failure(&error.to_string()))?;
    JSON::parse(&text)
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

/// Reads a `ReplicaConfig`.
pub(super) fn config(value: &JsValue) -> Result<ReplicaConfig> {
    let id = |name: &str| text(value, name);
    Ok(ReplicaConfig {
        coop: id("coop")?.parse().map_err(|_| failure("coop"))?,
        member: id("member")?.parse().map_err(|_| failure("member"))?,
        device: id("device")?.parse().map_err(|_| failure("device"))?,
        seed: bytes(value, "seed")?,
    })
}

/// Reads `Row[]`.
pub(super) fn rows(value: &JsValue) -> Result<Vec<Row>> {
    let rows = value.dyn_ref::<Array>().ok_or_else(|| failure("rows"))?;
    rows.iter()
        .map(|row| {
            Ok(Row {
                store: text(&row, "store")?,
                key: text(&row, "key")?,
                value: bytes(&row, "value")?,
            })
        })
        .collect()
}

/// Reads an `Input`.
pub(super) fn input(value: &JsValue) -> Result<Input> {
    let id = || number(value, "id");
    Ok(match text(value, "type")?.as_str() {
        "opened" => Input::Opened,
        "closed" => Input::Closed,
        "frame" => Input::Frame {
            bytes: bytes(value, "bytes")?,
        },
        "signed" => Input::Signed {
            id: id()?,
            signature: bytes(value, "signature")?,
        },
        "token" => Input::Token {
            jwt: text(value, "jwt")?,
        },
        "tokenRefused" => Input::TokenRefused {
            code: from_json::<ErrorCode>(&field(value, "code")?)?,
        },
        "tokenFailed" => Input::TokenFailed,
        "persisted" => Input::Persisted { id: id()? },
        "persistFailed" => Input::PersistFailed {
            id: id()?,
            quota: field(value, "quota")?.is_truthy(),
        },
        "postAnswer" => Input::PostAnswer {
            id: id()?,
            bytes: bytes(value, "bytes")?,
        },
        "postFailed" => Input::PostFailed { id: id()? },
        "online" => Input::Online,
        "offline" => Input::Offline,
        "visible" => Input::Visible,
        "syncNow" => Input::SyncNow,
        other => return Err(failure(other)),
    })
}

/// Writes `Effect[]`.
pub(super) fn effects(effects: Vec<Effect>) -> Result<JsValue> {
    let all = Array::new();
    for one in effects {
        all.push(&effect(one)?);
    }
    Ok(all.into())
}

fn effect(effect: Effect) -> Result<JsValue> {
    match effect {
        Effect::Persist {
            id,
            strict,
            puts,
            deletes,
        } => {
            let object = tagged("persist")?;
            set(&object, "id", &id.into())?;
            set(&object, "strict", &strict.into())?;
            set(&object, "puts", &puts_array(puts)?)?;
            set(&object, "deletes", &deletes_array(deletes)?)?;
            Ok(object.into())
        }
        Effect::Send { bytes } => with_bytes("send", None, &bytes),
        Effect::Post { id, bytes } => with_bytes("post", Some(id), &bytes),
        Effect::Sign { id, bytes } => with_bytes("sign", Some(id), &bytes),
        plain => to_json(&plain),
    }
}

fn tagged(tag: &str) -> Result<Object> {
    let object = Object::new();
    set(&object, "type", &JsString::from(tag))?;
    Ok(object)
}

fn with_bytes(tag: &str, id: Option<u32>, bytes: &[u8]) -> Result<JsValue> {
    let object = tagged(tag)?;
    if let Some(id) = id {
        set(&object, "id", &id.into())?;
    }
    set(&object, "bytes", &Uint8Array::from(bytes))?;
    Ok(object.into())
}

fn puts_array(puts: Vec<Row>) -> Result<JsValue> {
    let all = Array::new();
    for row in puts {
        let object = Object::new();
        set(&object, "store", &row.store.into())?;
        set(&object, "key", &row.key.into())?;
        set(&object, "value", &Uint8Array::from(row.value.as_slice()))?;
        all.push(&object);
    }
    Ok(all.into())
}

fn deletes_array(deletes: Vec<RowKey>) -> Result<JsValue> {
    let all = Array::new();
    for row in deletes {
        let object = Object::new();
        set(&object, "store", &row.store.into())?;
        set(&object, "key", &row.key.into())?;
        all.push(&object);
    }
    Ok(all.into())
}
