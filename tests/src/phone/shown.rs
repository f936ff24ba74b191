//! What a phone shows, and what it holds.

use std::collections::{BTreeMap, BTreeSet};

use besace_client::store::{self, DocRow};
use besace_client::view::{View, ViewRequest};
use besace_model::ids::{DocId, Ulid};
use besace_model::kind::Record;
use besace_model::time::Timestamp;

use super::Phone;

impl Phone {
    /// What a screen shows.
    #[must_use]
    pub fn view(&self, now: Timestamp, request: &ViewRequest) -> Option<View> {
        let clock = self.clock(now);
        self.replica
            .as_ref()
            .map(|replica| replica.view(request, clock))
    }

    /// The documents on the disk as plain data.
    #[must_use]
    pub fn records(&self) -> BTreeMap<DocId, Record> {
        self.disk
            .iter()
            .filter(|((store, _), _)| store == store::RECORDS)
            .filter_map(|((_, key), value)| {
                let row = self.disk.get(&(store::DOCS.to_owned(), key.clone()))?;
                let kind = store::from_cbor::<DocRow>(row)?.head.kind;
                Some((key.parse().ok()?, Record::unpack(kind, value).ok()?))
            })
            .collect()
    }

    /// How many rows a store of the disk holds.
    #[must_use]
    pub fn count(&self, store: &str) -> usize {
        self.disk.keys().filter(|(name, _)| name == store).count()
    }

    /// Whether an item that was not taken speaks of an entry.
    #[must_use]
    pub fn refused_mentions(&self, entry: Ulid) -> bool {
        let entry = entry.to_string();
        let rows = self
            .disk
            .iter()
            .filter(|((store, _), _)| store == store::REFUSED);
        rows.filter_map(|(_, value)| store::from_cbor::<store::RefusedRow>(value))
            .any(|row| row.command.contains(&entry))
    }

    /// Documents named by what this phone holds.
    #[must_use]
    pub fn documents(&self) -> BTreeSet<DocId> {
        self.records().into_keys().collect()
    }
}
