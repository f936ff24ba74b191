//! Trying what links wait to hear of.

use std::collections::{BTreeMap, BTreeSet};

use super::Lane;
use crate::coop::{Attempt, CoopError, CoopReader, PublishedEntry};
use crate::hub::Held;
use crate::store::docs::DocRow;
use crate::writer::Shared;
use crate::writer::lanes::Task;

impl Lane {
    /// Tries what links wait for and lets it go, each as soon as it can.
    pub(super) fn held(&self, shared: &Shared, reader: &CoopReader, held: Vec<Held>) {
        let mut entries: BTreeMap<DocRow, Vec<&PublishedEntry>> = BTreeMap::new();
        for entry in held.iter().flat_map(|held| &held.entries) {
            if !entry.is_relays() {
                entries.entry(entry.row).or_default().push(entry);
            }
        }
        let mut attempts: BTreeMap<DocRow, Attempt> = BTreeMap::new();
        let mut longer = Vec::new();
        for held in &held {
            let docs: BTreeSet<DocRow> = held.entries.iter().map(|entry| entry.row).collect();
            let outcome = docs.into_iter().try_fold(Attempt::Tried, |all, doc| {
                let Some(given) = entries.get(&doc) else {
                    return Ok(all);
                };
                let attempt = match attempts.get(&doc) {
                    Some(attempt) => *attempt,
                    None => reader.attempt(doc, self.ops_max, given)?,
                };
                attempts.insert(doc, attempt);
                Ok::<_, CoopError>(if attempt == Attempt::Tried {
                    all
                } else {
                    attempt
                })
            });
            match outcome {
                Ok(Attempt::Tried) => shared.wake(|hub| hub.release(held.run)),
                Ok(Attempt::TooLong) => longer.push(held.clone()),
                // Dropped when the document is frozen.
                Ok(Attempt::Failed) => {}
                Err(error) => {
                    tracing::error!(%error, "a document could not be tried");
                    shared.wake(|hub| hub.abandon(held.run));
                }
            }
        }
        if !longer.is_empty() {
            shared.ask_long(Task::Held(longer));
        }
    }
}
