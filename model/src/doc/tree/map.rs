//! Maps of a tree, read key by key; what is missing reads as empty.

use std::str::FromStr;

use super::{Held, Tree, Written};
use crate::doc::word::Words;
use crate::ids::Ulid;
use crate::record::{Entry, FieldValue};
use crate::sorted::{SortedMap, SortedSet};

/// A map of a [`Tree`]; a missing one reads as empty.
#[derive(Clone, Copy)]
pub(crate) struct Map<'t> {
    pub(super) tree: &'t Tree<'t>,
    pub(super) object: Option<usize>,
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

    /// The strings inside a map, by identifier.
    pub(crate) fn words<K: FromStr + Ord>(self) -> SortedMap<K, String> {
        let keys = self.keys();
        keys.filter_map(|(key, _)| Some((key.parse().ok()?, self.string(key))))
            .collect()
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

    pub(super) fn keys(self) -> impl Iterator<Item = (&'t str, &'t Held)> {
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
