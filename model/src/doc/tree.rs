//! Reading: one pass over a document into plain maps, with concurrent values settled and kept.
//!
//! Total: a key that is missing, of another type or unknown reads as empty. Of concurrent scalars the one with the
//! highest rank is shown, then Automerge's winner. Admission lets one object stand at a key, so objects never compete.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;

use automerge::iter::DocItem;
use automerge::{Automerge, ChangeHash, ObjId, ObjType, ReadDoc, ScalarValueRef, Span, ValueRef};

use crate::doc::word::Words;
use crate::ids::{MemberId, Ulid};
use crate::record::{Conflict, ConflictValue, Entry, FieldValue};
use crate::sorted::{SortedMap, SortedSet};
use crate::time::Timestamp;

/// How much a value outranks others written at the same time: (top-level map, field, value). Zero unless the domain
/// says otherwise.
pub(crate) type Rank = fn(&str, &str, &FieldValue) -> i64;

/// No value outranks another: Automerge's choice stands.
pub(crate) fn no_rank(_: &str, _: &str, _: &FieldValue) -> i64 {
    0
}

/// Fields that say when and by whom something was written: concurrent values of them are not a question to anyone.
const BOOKKEEPING: [&str; 12] = [
    "created_by",
    "created_at",
    "updated_at",
    "removed_at",
    "responded_at",
    "answered_at",
    "at",
    "captured_by",
    "content_sha256",
    "strokes",
    "typed",
    "confirmed_at",
];

/// A document as plain maps.
pub(crate) struct Tree<'a> {
    objects: Vec<Object<'a>>,
    conflicts: Vec<Concurrent<'a>>,
}

#[derive(Default)]
struct Object<'a> {
    parent: Option<(usize, Cow<'a, str>)>,
    keys: SortedMap<Cow<'a, str>, Held>,
    /// Where the values of a key that holds several stand among the conflicts.
    concurrent: SortedMap<Cow<'a, str>, usize>,
    text: String,
}

enum Held {
    Object(usize),
    Scalar(FieldValue),
}

/// A key where several scalars stand.
struct Concurrent<'a> {
    object: usize,
    key: Cow<'a, str>,
    values: Vec<Written>,
}

/// A value and the change that wrote it.
#[derive(Clone)]
pub(crate) struct Written {
    /// The value.
    pub(crate) value: FieldValue,
    /// The change.
    pub(crate) change: Option<ChangeHash>,
}

impl<'a> Tree<'a> {
    /// Reads a document.
    pub(crate) fn read(doc: &'a Automerge, rank: Rank) -> Self {
        let mut tree = Self {
            objects: vec![Object::default()],
            conflicts: Vec::new(),
        };
        let mut numbers = BTreeMap::from([(ObjId::Root, 0)]);
        let mut current = (ObjId::Root, 0);
        for item in doc.iter() {
            if current.0 != *item.obj {
                let Some(number) = numbers.get(&*item.obj) else {
                    continue;
                };
                current = ((*item.obj).clone(), *number);
            }
            let (object, here) = (&current.0, current.1);
            match item.item {
                DocItem::Map(item) => {
                    let held = match &item.value {
                        ValueRef::Object(ObjType::Map | ObjType::Table | ObjType::Text) => {
                            let child = tree.objects.len();
                            tree.objects.push(Object {
                                parent: Some((here, item.key.clone())),
                                ..Object::default()
                            });
                            numbers.insert(item.id(), child);
                            Held::Object(child)
                        }
                        ValueRef::Scalar(scalar) => match plain(scalar) {
                            Some(value) if item.conflict => Held::Scalar(tree.settle(
                                doc,
                                object,
                                here,
                                item.key.clone(),
                                value,
                                rank,
                            )),
                            Some(value) => Held::Scalar(value),
                            None => continue,
                        },
                        ValueRef::Object(_) => continue,
                    };
                    tree.objects[here].keys.insert(item.key, held);
                }
                DocItem::Text(Span::Text { text, .. }) => tree.objects[here].text.push_str(&text),
                DocItem::Text(Span::Block(_)) | DocItem::List(_) => {}
            }
        }
        tree
    }

    /// Keeps all values that stand at a key and returns the one to show.
    fn settle(
        &mut self,
        doc: &Automerge,
        id: &ObjId,
        object: usize,
        key: Cow<'a, str>,
        shown: FieldValue,
        rank: Rank,
    ) -> FieldValue {
        let collection = self.path(object).into_iter().next().unwrap_or_default();
        let mut values: Vec<Written> = all_values(doc, id, &key);
        values.sort_by_key(|written| std::cmp::Reverse(rank(&collection, &key, &written.value)));
        let first = values.first().map_or(shown, |first| first.value.clone());
        let place = self.conflicts.len();
        self.objects[object].concurrent.insert(key.clone(), place);
        self.conflicts.push(Concurrent {
            object,
            key,
            values,
        });
        first
    }

    /// The keys from the root to an object.
    fn path(&self, object: usize) -> Vec<String> {
        let mut keys = Vec::new();
        let mut here = object;
        while let Some((parent, key)) = &self.objects[here].parent {
            keys.push(key.to_string());
            here = *parent;
        }
        keys.reverse();
        keys
    }

    /// The root map.
    pub(crate) fn root(&'a self) -> Map<'a> {
        Map {
            tree: self,
            object: Some(0),
        }
    }

    /// A top-level map.
    pub(crate) fn map(&'a self, key: &str) -> Map<'a> {
        self.root().map(key)
    }

    /// Every field that holds several different values, the one shown first, with who wrote each and when.
    pub(crate) fn conflicts(&self, doc: &Automerge) -> Vec<Conflict> {
        let mut conflicts: Vec<Conflict> = self
            .conflicts
            .iter()
            .filter(|concurrent| !BOOKKEEPING.contains(&&*concurrent.key))
            .filter(|concurrent| {
                concurrent
                    .values
                    .iter()
                    .any(|written| written.value != concurrent.values[0].value)
            })
            .map(|concurrent| Conflict {
                path: format!(
                    "{}/{}",
                    self.path(concurrent.object).join("/"),
                    concurrent.key
                ),
                values: concurrent.values.iter().map(|w| w.signed(doc)).collect(),
            })
            .collect();
        conflicts.sort_by(|a, b| a.path.cmp(&b.path));
        conflicts
    }
}

impl Written {
    /// Who wrote it.
    pub(crate) fn author(&self, doc: &Automerge) -> Option<MemberId> {
        let meta = doc.get_change_meta_by_hash(&self.change?)?;
        let author = doc.get_author_for_actor(&meta.actor)?;
        Some(MemberId::from_bytes(author.as_bytes().try_into().ok()?))
    }

    fn signed(&self, doc: &Automerge) -> ConflictValue {
        let meta = self
            .change
            .and_then(|hash| doc.get_change_meta_by_hash(&hash));
        ConflictValue {
            value: self.value.clone(),
            by: self.author(doc),
            at: meta
                .filter(|meta| meta.timestamp > 0)
                .map(|meta| Timestamp(meta.timestamp.saturating_mul(1000)).in_calendar())
                .map(Timestamp::rfc3339)
                .unwrap_or_default(),
        }
    }
}

/// All scalars at a key, Automerge's winner first.
fn all_values(doc: &Automerge, object: &ObjId, key: &str) -> Vec<Written> {
    let all = doc.get_all(object, key).unwrap_or_default();
    all.into_iter()
        .rev()
        .filter_map(|(value, id)| {
            Some(Written {
                value: plain(&value.into_scalar().ok()?.into())?,
                change: doc.hash_for_opid(&id),
            })
        })
        .collect()
}

/// A scalar of the kinds our documents hold.
fn plain(scalar: &ScalarValueRef<'_>) -> Option<FieldValue> {
    match scalar {
        ScalarValueRef::Str(text) => Some(FieldValue::Text(text.to_string())),
        ScalarValueRef::Int(number) => Some(FieldValue::Number(*number)),
        ScalarValueRef::Boolean(flag) => Some(FieldValue::Flag(*flag)),
        _ => None,
    }
}

/// A map of a [`Tree`]; a missing one reads as empty.
#[derive(Clone, Copy)]
pub(crate) struct Map<'t> {
    tree: &'t Tree<'t>,
    object: Option<usize>,
}

impl<'t> Map<'t> {
    fn held(self, key: &str) -> Option<&'t Held> {
        self.tree.objects[self.object?].keys.get(key)
    }

    /// The map at a key.
    pub(crate) fn map(self, key: &str) -> Self {
        let object = match self.held(key) {
            Some(Held::Object(object)) => Some(*object),
            _ => None,
        };
        Self { object, ..self }
    }

    /// The text at a key.
    pub(crate) fn text(self, key: &str) -> String {
        self.map(key)
            .object
            .map(|object| self.tree.objects[object].text.clone())
            .unwrap_or_default()
    }

    /// The string at a key, as it stands.
    pub(crate) fn word(self, key: &str) -> &'t str {
        match self.held(key) {
            Some(Held::Scalar(FieldValue::Text(text))) => text,
            _ => "",
        }
    }

    /// The word of a closed list at a key.
    pub(crate) fn choice<W: Words>(self, key: &str) -> W {
        W::parse(self.word(key)).unwrap_or(W::OTHERWISE)
    }

    /// The string at a key.
    pub(crate) fn string(self, key: &str) -> String {
        self.word(key).to_owned()
    }

    /// The number at a key; 0 when there is none.
    pub(crate) fn number(self, key: &str) -> i64 {
        self.some_number(key).unwrap_or(0)
    }

    /// The number at a key, if there is one.
    pub(crate) fn some_number(self, key: &str) -> Option<i64> {
        match self.held(key) {
            Some(Held::Scalar(FieldValue::Number(number))) => Some(*number),
            _ => None,
        }
    }

    /// The flag at a key, if it is said.
    pub(crate) fn flag(self, key: &str) -> Option<bool> {
        match self.held(key) {
            Some(Held::Scalar(FieldValue::Flag(flag))) => Some(*flag),
            _ => None,
        }
    }

    /// The identifier at a key.
    pub(crate) fn id<T: FromStr>(self, key: &str) -> Option<T> {
        self.word(key).parse().ok()
    }

    /// The keys of a set.
    pub(crate) fn set<T: FromStr + Ord>(self, key: &str) -> SortedSet<T> {
        self.map(key)
            .keys()
            .filter(|(_, held)| matches!(held, Held::Scalar(FieldValue::Flag(true))))
            .filter_map(|(key, _)| key.parse().ok())
            .collect()
    }

    /// The numbers inside a map, by identifier.
    pub(crate) fn numbers<K: FromStr + Ord>(self) -> impl Iterator<Item = (K, i64)> {
        self.keys()
            .filter_map(move |(key, _)| Some((key.parse().ok()?, self.some_number(key)?)))
    }

    /// The maps inside a map, by identifier.
    pub(crate) fn entries<K: FromStr + Ord>(self) -> impl Iterator<Item = (K, Self)> {
        self.keys()
            .filter_map(move |(key, _)| Some((key.parse().ok()?, self.map(key))))
    }

    /// The keys of a map and what they hold.
    /// What stands under the keys of a collection.
    pub(crate) fn read<E>(self, read: fn(Self) -> E) -> SortedMap<Ulid, E> {
        self.entries().map(|(id, map)| (id, read(map))).collect()
    }

    fn keys(self) -> impl Iterator<Item = (&'t str, &'t Held)> {
        self.object
            .into_iter()
            .flat_map(|object| &self.tree.objects[object].keys)
            .map(|(key, held)| (&**key, held))
    }

    /// The keys of a map.
    pub(crate) fn names(self) -> impl Iterator<Item = &'t str> {
        self.keys().map(|(key, _)| key)
    }

    /// The values that stand at a key when there are several.
    pub(crate) fn concurrent(self, key: &str) -> &'t [Written] {
        let found = self
            .object
            .and_then(|object| self.tree.objects[object].concurrent.get(key));
        found.map_or(&[], |place| &self.tree.conflicts[*place].values)
    }

    /// The stamps of an entry.
    pub(crate) fn entry(self) -> Entry {
        Entry {
            created_by: self.id("created_by"),
            created_at: self.string("created_at"),
            updated_at: self.string("updated_at"),
            removed_at: self.string("removed_at"),
        }
    }
}
