//! What JavaScript is given.

use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;

use super::{Result, set, to_json};
use crate::api::{Effect, Row, RowKey};

/// Writes `Effect[]`.
pub(in crate::binding) fn effects(effects: Vec<Effect>) -> Result<JsValue> {
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
