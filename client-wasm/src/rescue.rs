//! What a person did that the cooperative does not have, as text they can keep: read from the rows alone, for the day
//! when the replica cannot be opened on them.

use besace_model::time::Timestamp;
use serde_json::{Value, json};

use crate::api::Row;
use crate::store::{self, ItemRow, OUTBOX, REFUSED, RefusedRow};

/// The unsent and refused work among some rows, oldest first, as JSON. A row that cannot be read is kept as its bytes.
#[must_use]
pub fn unsent(rows: &[Row]) -> String {
    let mut found: Vec<&Row> = rows
        .iter()
        .filter(|row| row.store == OUTBOX || row.store == REFUSED)
        .collect();
    found.sort_by_key(|row| &row.key);
    let items: Vec<Value> = found.into_iter().map(item).collect();
    serde_json::to_string_pretty(&items).unwrap_or_default()
}

fn item(row: &Row) -> Value {
    let read = if row.store == OUTBOX {
        store::from_cbor::<ItemRow>(&row.value).map(|item| (item.command, item.created_ms))
    } else {
        store::from_cbor::<RefusedRow>(&row.value).map(|item| (item.command, item.created_ms))
    };
    let Some((command, created_ms)) = read else {
        return json!({ "state": row.store, "bytes": row.value });
    };
    let command = serde_json::from_slice(command.as_bytes()).unwrap_or(Value::String(command));
    json!({
        "state": row.store,
        "doneAt": Timestamp(created_ms).rfc3339(),
        "what": command,
    })
}
