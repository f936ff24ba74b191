//! What a person did that the cooperative does not have, as text they can keep: read from the rows alone, for the day
//! when the replica cannot be opened on them.

use besace_model::plain::{self, Value};
use besace_model::time::Timestamp;

use crate::api::Row;
use crate::store::{self, ItemRow, OUTBOX, REFUSED, RefusedRow};

/// The unsent and refused work among some rows, oldest first, as JSON, an item a line. A row that cannot be read is
/// kept as its bytes.
#[must_use]
pub fn unsent(rows: &[Row]) -> String {
    let mut found: Vec<&Row> = rows
        .iter()
        .filter(|row| row.store == OUTBOX || row.store == REFUSED)
        .collect();
    found.sort_by_key(|row| &row.key);
    let items: Vec<String> = found.into_iter().filter_map(item).collect();
    format!("[\n{}\n]\n", items.join(",\n"))
}

/// One item; none for what another phone handed over, which has it.
fn item(row: &Row) -> Option<String> {
    let read = if row.store == OUTBOX {
        store::from_cbor::<ItemRow>(&row.value)
            .map(|item| (item.command, item.created_ms, item.from.is_some()))
    } else {
        store::from_cbor::<RefusedRow>(&row.value)
            .map(|item| (item.command, item.created_ms, item.from.is_some()))
    };
    let state = &row.store;
    let Some((command, created_ms, is_handed)) = read else {
        let bytes: Vec<String> = row.value.iter().map(ToString::to_string).collect();
        let bytes = bytes.join(", ");
        return Some(format!(r#"{{"state": "{state}", "bytes": [{bytes}]}}"#));
    };
    if is_handed {
        return None;
    }
    let done_at = Timestamp(created_ms).rfc3339();
    // A command is kept as JSON; should it be none, its text is all there is.
    let what = match Value::parse(command.as_bytes()) {
        Ok(_) => command,
        Err(_) => plain::to_json(&command),
    };
    Some(format!(
        r#"{{"state": "{state}", "doneAt": "{done_at}", "what": {what}}}"#
    ))
}
