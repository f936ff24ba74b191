//! The values at the few fields that the relay decides by (answers to events, and what an event says of its seats), kept
//! as changes are accepted: so that it loads no document to decide. They are those that Automerge would show, now and to
//! each change that still competes with another, whatever was written apart.
//!
//! A change sees what it descends from. Nothing builds further back than [`HORIZON_CHANGES_MAX`] changes, so a value
//! that was replaced before that is forgotten.

mod entry;
mod field;
mod given;

use std::collections::{BTreeMap, BTreeSet};

use super::index::DocIndex;
use super::prescan::{LocalId, Parsed};
use super::resolve::{Placed, Resolved};
use crate::kind::{Kind, Watched};
use crate::limits::HORIZON_CHANGES_MAX;
pub use entry::{Entry, Seen};
use field::{OpName, Written};
use given::value_of;
pub(super) use given::{entries_given, values_given};

/// The watched values of one document.
#[derive(Debug)]
pub struct Watch {
    watched: Watched,
    fields: &'static [&'static str],
    entries: BTreeMap<String, Entry>,
    touched: BTreeSet<String>,
    values: usize,
}

impl Watch {
    /// For a document in which nothing stands; `None` for kinds that the relay decides nothing by.
    #[must_use]
    pub fn new(kind: Kind) -> Option<Self> {
        let watched = kind.spec()?.watched?;
        Some(Self {
            watched,
            fields: watched.fields,
            entries: BTreeMap::new(),
            touched: BTreeSet::new(),
            values: 0,
        })
    }

    /// The keys of the maps that were written to since the last call.
    pub fn take_touched(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.touched)
    }

    /// The map at a key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.get(key)
    }

    /// The maps, by key.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries
            .iter()
            .map(|(key, entry)| (key.as_str(), entry))
    }

    /// How many values are kept.
    #[must_use]
    pub fn values_count(&self) -> usize {
        self.values
    }

    /// Takes in a change that its index just took in.
    pub(super) fn take(&mut self, index: &DocIndex, parsed: &Parsed, resolved: &Resolved) {
        let change = index.graph.len().saturating_sub(1) as u32;
        let actors: Vec<Option<u32>> = std::iter::once(parsed.actor())
            .chain(parsed.other_actors())
            .map(|actor| index.actor_number(actor))
            .collect();
        let name = |id: &LocalId| {
            let actor = actors.get(usize::from(id.actor)).copied().flatten()?;
            let counter = id.counter;
            Some(OpName { actor, counter })
        };
        let mut touched = BTreeSet::new();
        for (number, (op, place)) in parsed.ops.iter().zip(&resolved.places).enumerate() {
            let (object, key) = match *place {
                Placed::Made(object) => (object, None),
                Placed::Value { object, key } | Placed::Cleared { object, key, .. } => {
                    (object, Some(key.text(parsed.raw())))
                }
                _ => continue,
            };
            let Some(entry) = self.key_of(index, object) else {
                continue;
            };
            touched.insert(entry);
            let field = key.and_then(|key| self.fields.iter().position(|it| *it == key));
            let Some(field) = field else { continue };
            let counter = parsed.start_op() as u32 + number as u32;
            let Some(op_name) = name(&LocalId { actor: 0, counter }) else {
                continue;
            };
            let fields = self.fields;
            let entry = self.entries.entry(entry.to_owned()).or_default();
            let field = entry.field(fields, field);
            for pred in parsed.preds_of(op).iter().filter_map(name) {
                field.replace(pred, op_name, change);
            }
            let Some(value) = value_of(op.action, parsed) else {
                continue;
            };
            self.values += 1;
            field.standing.push(Written {
                op: op_name,
                change,
                actor: *parsed.actor(),
                value,
            });
        }
        let first = (change as usize + 1).saturating_sub(HORIZON_CHANGES_MAX) as u32;
        for key in touched {
            self.touched.insert(key.to_owned());
            let entry = self.entries.entry(key.to_owned()).or_default();
            self.values -= entry.forget_before(first);
            entry.note_view(change, parsed.hash(), &resolved.horizon);
        }
    }

    /// The key of a watched map.
    fn key_of<'i>(&self, index: &'i DocIndex, object: u32) -> Option<&'i str> {
        let object = index.object(object)?;
        let lies = self.watched.depths.contains(&object.depth) && !object.is_text;
        let above = || index.object(object.parent).map(|it| index.key_of(it));
        let counts = lies && (self.watched.map.is_none() || above() == self.watched.map);
        counts.then(|| index.key_of(object))
    }
}
