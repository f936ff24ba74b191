//! Rows that are written together.

use std::collections::BTreeMap;

use besace_model::sorted::SortedSet;

use super::row_key;
use crate::api::{Row, RowKey};

/// Rows to write together. The last word on a key stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// What to put; nothing: to delete.
    rows: BTreeMap<RowKey, Option<Vec<u8>>>,
}

impl Batch {
    /// Puts a row.
    pub fn put(&mut self, store: &str, key: impl Into<String>, value: Vec<u8>) {
        self.rows.insert(row_key(store, key), Some(value));
    }

    /// Deletes a row.
    pub fn delete(&mut self, store: &str, key: impl Into<String>) {
        self.rows.insert(row_key(store, key), None);
    }

    /// Adds what `later` says, which stands over what is here.
    pub fn merge(&mut self, later: Self) {
        self.rows.extend(later.rows);
    }

    /// The rows it speaks of.
    pub fn keys(&self) -> impl Iterator<Item = &RowKey> {
        self.rows.keys()
    }

    /// What it says of some rows.
    #[must_use]
    pub fn only(&self, keys: &SortedSet<&RowKey>) -> Self {
        let rows = self.rows.iter().filter(|(key, _)| keys.contains(key));
        Self {
            rows: rows.map(|(key, row)| (key.clone(), row.clone())).collect(),
        }
    }

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows to put and the keys to delete.
    #[must_use]
    pub fn rows(self) -> (Vec<Row>, Vec<RowKey>) {
        let (mut puts, mut deletes) = (Vec::new(), Vec::new());
        for (row, value) in self.rows {
            match value {
                Some(value) => puts.push(Row {
                    store: row.store,
                    key: row.key,
                    value,
                }),
                None => deletes.push(row),
            }
        }
        (puts, deletes)
    }
}
