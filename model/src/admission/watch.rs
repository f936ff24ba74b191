//! The values at the few fields that the relay decides by (answers to events, and what an event says of its seats), kept
//! as changes are accepted: so that it loads no document to decide. They are those that Automerge would show, now and to
//! each change that still competes with another, whatever was written apart.
//!
//! A change sees what it descends from. Nothing builds further back than [`HORIZON_CHANGES_MAX`] changes, so a value
//! that was replaced before that is forgotten.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::graph::Horizon;
use super::index::DocIndex;
use super::prescan::{Literal, LocalId, OpAction, Parsed};
use super::resolve::{Placed, Resolved};
use crate::ids::{CommitHash, Ulid};
use crate::kind::{Kind, Watched};
use crate::limits::HORIZON_CHANGES_MAX;
use crate::record::FieldValue;

/// The watched values of one document.
#[derive(Debug)]
pub struct Watch {
    depths: &'static [u8],
    fields: &'static [&'static str],
    entries: BTreeMap<String, Entry>,
    touched: BTreeSet<String>,
    values: usize,
}

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

/// A field.
#[derive(Debug, Default)]
struct Field {
    name: &'static str,
    standing: Vec<Written>,
    /// In the order in which they were replaced first.
    replaced: VecDeque<Replaced>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct OpName {
    actor: u32,
    counter: u32,
}

#[derive(Debug)]
struct Written {
    op: OpName,
    /// The number of the change.
    change: u32,
    /// What decides between two of one counter.
    actor: [u8; 16],
    value: FieldValue,
}

#[derive(Debug)]
struct Replaced {
    written: Written,
    /// The first change that replaced it.
    change: u32,
    by: Vec<OpName>,
}

impl Watch {
    /// For a document in which nothing stands; `None` for kinds that the relay decides nothing by.
    #[must_use]
    pub fn new(kind: Kind) -> Option<Self> {
        let Watched { depths, fields } = kind.spec()?.watched?;
        Some(Self {
            depths,
            fields,
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
        (self.depths.contains(&object.depth) && !object.is_text).then(|| index.key_of(object))
    }
}

/// The entries in which a change writes this word at a field, whatever else the document says.
pub(super) fn entries_given(
    index: &DocIndex,
    (parsed, resolved): (&Parsed, &Resolved),
    (field, word): (&str, &str),
) -> Vec<Ulid> {
    let word = FieldValue::Text(word.to_owned());
    let key_of = |object: u32| match object.checked_sub(index.objects_count()) {
        None => index.object(object).map(|object| index.key_of(object)),
        Some(fresh) => {
            let fresh = resolved.objects.get(fresh as usize);
            fresh.map(|object| object.key.text(parsed.raw()))
        }
    };
    let places = parsed.ops.iter().zip(&resolved.places);
    let given = places.filter_map(|(op, place)| {
        let Placed::Value { object, key } = *place else {
            return None;
        };
        let said = value_of(op.action, parsed)?;
        (key.text(parsed.raw()) == field && said == word).then_some(object)
    });
    given
        .filter_map(|object| key_of(object)?.parse().ok())
        .collect()
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

    fn field(&mut self, names: &'static [&'static str], number: usize) -> &mut Field {
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
    fn forget_before(&mut self, first: u32) -> usize {
        let mut forgotten = 0;
        for field in &mut self.fields {
            while field.replaced.front().is_some_and(|it| it.change < first) {
                field.replaced.pop_front();
                forgotten += 1;
            }
        }
        forgotten
    }

    fn note_view(&mut self, change: u32, hash: CommitHash, horizon: &Horizon) {
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

impl Field {
    fn replace(&mut self, op: OpName, by: OpName, change: u32) {
        if let Some(place) = self.standing.iter().position(|written| written.op == op) {
            let written = self.standing.swap_remove(place);
            let by = vec![by];
            self.replaced.push_back(Replaced {
                written,
                change,
                by,
            });
        } else if let Some(replaced) = self.replaced.iter_mut().find(|it| it.written.op == op) {
            replaced.by.push(by);
        }
    }

    /// The value that Automerge shows to whom this much is in sight.
    fn seen(&self, horizon: &Horizon) -> Option<&FieldValue> {
        let shows = |op: &OpName| horizon.shows(op.actor, op.counter);
        if horizon.is_clear() {
            return winner(self.standing.iter());
        }
        let replaced = self.replaced.iter();
        let again = replaced.filter(|replaced| !replaced.by.iter().any(shows));
        let all = self.standing.iter().chain(again.map(|it| &it.written));
        winner(all.filter(|written| shows(&written.op)))
    }
}

/// Automerge's choice: the highest name of an operation.
fn winner<'w>(written: impl Iterator<Item = &'w Written>) -> Option<&'w FieldValue> {
    let highest = written.max_by_key(|written| (written.op.counter, written.actor));
    highest.map(|written| &written.value)
}

fn value_of(action: OpAction, parsed: &Parsed) -> Option<FieldValue> {
    match action {
        OpAction::Set(Literal::Str(span)) => {
            Some(FieldValue::Text(span.text(parsed.raw()).to_owned()))
        }
        OpAction::Set(Literal::Int(number)) => Some(FieldValue::Number(number)),
        OpAction::Set(Literal::Bool(flag)) => Some(FieldValue::Flag(flag)),
        _ => None,
    }
}
