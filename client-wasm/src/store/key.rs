//! How rows are named.

use besace_model::ids::DocId;

use crate::api::RowKey;

/// The key of a numbered row.
#[must_use]
pub fn number_key(number: u32) -> String {
    format!("{number:012}")
}

/// The key of a numbered row of a document.
#[must_use]
pub fn part_key(doc: DocId, number: u32) -> String {
    format!("{doc}/{number:012}")
}

/// Reads [`part_key`].
#[must_use]
pub fn parse_part(key: &str) -> Option<(DocId, u32)> {
    let (doc, number) = key.split_once('/')?;
    Some((doc.parse().ok()?, number.parse().ok()?))
}

/// The name of a row.
#[must_use]
pub fn row_key(store: &str, key: impl Into<String>) -> RowKey {
    RowKey {
        store: store.to_owned(),
        key: key.into(),
    }
}
