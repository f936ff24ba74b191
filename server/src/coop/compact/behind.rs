//! How far each document is behind its last snapshot, and which ones are due for the next.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use besace_model::admission::trial::TRIAL_CHANGES_MAX;
use rusqlite::Connection;

use crate::store::docs::DocRow;
use crate::store::{StoreError, snapshots};

/// How many changes each document has beyond its snapshot.
#[derive(Debug, Default)]
pub(in crate::coop) struct Behind {
    changes: BTreeMap<DocRow, u32>,
    /// Those with as many changes as a short document's may wait for their trial.
    many: BTreeSet<DocRow>,
}

impl Behind {
    pub(in crate::coop) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut behind = Self::default();
        for (doc, changes) in snapshots::behind(conn)? {
            behind.set(doc, changes);
        }
        Ok(behind)
    }

    /// Counts what a transaction made durable.
    pub(in crate::coop) fn grow(&mut self, grown: &BTreeMap<DocRow, u32>) {
        for (doc, changes) in grown {
            let before = self.changes.get(doc).copied().unwrap_or(0);
            self.set(*doc, before + changes);
        }
    }

    pub(in crate::coop) fn set(&mut self, doc: DocRow, changes: u32) {
        if changes == 0 {
            self.changes.remove(&doc);
        } else {
            self.changes.insert(doc, changes);
        }
        if changes >= TRIAL_CHANGES_MAX {
            self.many.insert(doc);
        } else {
            self.many.remove(&doc);
        }
    }

    /// Whether the changes of some document must not wait any longer for their trial. `share` is how many may in a long
    /// one, where trying few costs as much as trying many.
    pub(super) fn is_any_overdue(&self, share: impl Fn(DocRow) -> u32) -> bool {
        let waits = |doc: &DocRow| self.changes.get(doc).copied().unwrap_or(0);
        self.many.iter().any(|doc| waits(doc) >= share(*doc))
    }

    /// Those with at least so many, the furthest behind first. `share` is how many make a snapshot worth its cost, which
    /// grows with the document.
    pub(in crate::coop) fn due(
        &self,
        changes: u32,
        documents: usize,
        share: impl Fn(DocRow) -> u32,
    ) -> Vec<DocRow> {
        let mut due: Vec<_> = self
            .changes
            .iter()
            .filter(|(doc, it)| **it >= changes && **it >= share(**doc))
            .collect();
        due.sort_by_key(|(_, changes)| Reverse(**changes));
        due.into_iter()
            .take(documents)
            .map(|(doc, _)| *doc)
            .collect()
    }
}
