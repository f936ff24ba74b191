//! The watched values of one map: what stands at each field, and what each change saw that still competes.

use std::collections::{BTreeMap, BTreeSet};

use super::super::graph::Horizon;
use super::field::{Field, winner};
use crate::ids::CommitHash;
use crate::record::FieldValue;

/// The watched values of one map.
#[derive(Debug, Default)]
pub struct Entry {
    fields: Vec<Field>,
    /// What each change that wrote a value which still stands saw, its own writes included.
    views: BTreeMap<u32, View>,
}

/// What one change saw.
#[derive(Debug)]
struct View {
    hash: CommitHash,
    values: Vec<Option<FieldValue>>,
}

impl Entry {
    /// The value that Automerge shows at a field.
    #[must_use]
    pub fn shown(&self, field: &str) -> Option<&FieldValue> {
        let field = self.fields.iter().find(|it| it.name == field)?;
        winner(field.standing.iter())
    }

    /// Every value that stands at a field.
    pub fn standing(&self, field: &str) -> impl Iterator<Item = &FieldValue> {
        let field = self.fields.iter().find(|it| it.name == field);
        let standing = field.into_iter().flat_map(|field| &field.standing);
        standing.map(|written| &written.value)
    }

    /// The changes whose values stand beside others.
    pub fn competing(&self) -> impl Iterator<Item = Seen<'_>> {
        let contested = self.fields.iter().filter(|field| field.standing.len() > 1);
        let changes: BTreeSet<u32> = contested
            .flat_map(|field| field.standing.iter().map(|written| written.change))
            .collect();
        let views = changes
            .into_iter()
            .filter_map(|change| self.views.get(&change));
        views.map(|view| Seen { entry: self, view })
    }

    pub(super) fn field(&mut self, names: &'static [&'static str], number: usize) -> &mut Field {
        if self.fields.is_empty() {
            let field = |name: &&'static str| Field {
                name,
                ..Field::default()
            };
            self.fields = names.iter().map(field).collect();
        }
        &mut self.fields[number]
    }

    /// Forgets what every later change sees replaced; how many values that were.
    pub(super) fn forget_before(&mut self, first: u32) -> usize {
        let mut forgotten = 0;
        for field in &mut self.fields {
            while field.replaced.front().is_some_and(|it| it.change < first) {
                field.replaced.pop_front();
                forgotten += 1;
            }
        }
        forgotten
    }

    pub(super) fn note_view(&mut self, change: u32, hash: CommitHash, horizon: &Horizon) {
        let seen = self.fields.iter().map(|field| field.seen(horizon).cloned());
        let values = seen.collect();
        self.views.insert(change, View { hash, values });
        let fields = &self.fields;
        let stands = |change: u32| {
            let mut all = fields.iter().flat_map(|field| &field.standing);
            all.any(|written| written.change == change)
        };
        self.views.retain(|change, _| stands(*change));
    }
}

/// What a change saw of a map when it was written.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    entry: &'a Entry,
    view: &'a View,
}

impl<'a> Seen<'a> {
    /// The change.
    #[must_use]
    pub fn change(&self) -> CommitHash {
        self.view.hash
    }

    /// The value it saw at a field.
    #[must_use]
    pub fn at(&self, field: &str) -> Option<&'a FieldValue> {
        let place = self.entry.fields.iter().position(|it| it.name == field)?;
        self.view.values.get(place)?.as_ref()
    }
}
