//! JavaScript values to and from ours. What holds no bytes crosses as JSON text, which browsers read and write faster
//! than field by field, and for which the code exists once; what holds bytes is converted by hand.

use besace_model::error::ErrorCode;
use besace_model::plain::{self, FromPlain, ToPlain};
use js_sys::{Array, Error, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::api::{Effect, Event, ReplicaConfig, Row, RowKey};

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

/// Reads a `ReplicaConfig`.
pub(super) fn config(value: &JsValue) -> Result<ReplicaConfig> {
    let id = |name: &str| text(value, name);
    Ok(ReplicaConfig {
        coop: id("coop")?.parse().map_err(|_| failure("coop"))?,
        member: id("member")?.parse().map_err(|_| failure("member"))?,
        device: id("device")?.parse().map_err(|_| failure("device"))?,
        seed: bytes(value, "seed")?,
        version: text(value, "version")?,
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

/// Reads an `Event`.
pub(super) fn event(value: &JsValue) -> Result<Event> {
    let id = || number(value, "id");
    Ok(match text(value, "type")?.as_str() {
        "opened" => Event::Opened,
        "closed" => Event::Closed,
        "frame" => Event::Frame {
            bytes: bytes(value, "bytes")?,
        },
        "signed" => Event::Signed {
            id: id()?,
            signature: bytes(value, "signature")?,
        },
        "token" => Event::Token {
            jwt: text(value, "jwt")?,
        },
        "tokenRefused" => Event::TokenRefused {
            code: from_json::<ErrorCode>(&field(value, "code")?)?,
        },
        "tokenFailed" => Event::TokenFailed,
        "persisted" => Event::Persisted { id: id()? },
        "persistFailed" => Event::PersistFailed {
            id: id()?,
            quota: field(value, "quota")?.is_truthy(),
        },
        "postAnswer" => Event::PostAnswer {
            id: id()?,
            bytes: bytes(value, "bytes")?,
        },
        "postFailed" => Event::PostFailed { id: id()? },
        "online" => Event::Online,
        "offline" => Event::Offline,
        "visible" => Event::Visible,
        "syncNow" => Event::SyncNow,
        "tick" => Event::Tick,
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
    let bytes = |bytes: Vec<u8>| ("bytes", Uint8Array::from(bytes.as_slice()).into());
    match effect {
        Effect::Persist {
            id,
            strict,
            puts,
            deletes,
        } => tagged(
            "persist",
            &[
                ("id", id.into()),
                ("strict", strict.into()),
                ("puts", puts_array(puts)?),
                ("deletes", deletes_array(deletes)?),
            ],
        ),
        Effect::Send { bytes: message } => tagged("send", &[bytes(message)]),
        Effect::Post { id, bytes: body } => tagged("post", &[("id", id.into()), bytes(body)]),
        Effect::Sign { id, bytes: signed } => tagged("sign", &[("id", id.into()), bytes(signed)]),
        Effect::Connect => tagged("connect", &[]),
        Effect::Disconnect => tagged("disconnect", &[]),
        Effect::NeedToken => tagged("needToken", &[]),
        Effect::WakeIn { ms } => tagged("wakeIn", &[("ms", (ms as f64).into())]),
        Effect::Saved { token } => tagged("saved", &[("token", token.into())]),
        Effect::SaveFailed { token, quota } => tagged(
            "saveFailed",
            &[("token", token.into()), ("quota", quota.into())],
        ),
        Effect::Changed { topics } => tagged("changed", &[("topics", to_json(&topics)?)]),
        Effect::Wipe => tagged("wipe", &[]),
        Effect::Log { text } => tagged("log", &[("text", text.into())]),
    }
}

fn tagged(tag: &str, fields: &[(&str, JsValue)]) -> Result<JsValue> {
    let object = Object::new();
    set(&object, "type", &tag.into())?;
    for (field, value) in fields {
        set(&object, field, value)?;
    }
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
