//! What JavaScript hands in.

use besace_model::error::ErrorCode;
use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::{Result, bytes, failure, field, from_json, number, text};
use crate::api::{Event, ReplicaConfig, Row};

/// Reads a `ReplicaConfig`.
pub(in crate::binding) fn config(value: &JsValue) -> Result<ReplicaConfig> {
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
pub(in crate::binding) fn rows(value: &JsValue) -> Result<Vec<Row>> {
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
pub(in crate::binding) fn event(value: &JsValue) -> Result<Event> {
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
            pass: bytes(value, "pass").ok(),
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
