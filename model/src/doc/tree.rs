//! Reading: one pass over a document into plain maps, with concurrent values settled and kept.
//!
//! Total: a key that is missing, of another type or unknown reads as empty. Of concurrent scalars the one with the
//! highest rank is shown, then Automerge's winner. Admission lets one object stand at a key, so objects never compete.

use std::borrow::Cow;

use crate::record::FieldValue;
use crate::sorted::SortedMap;

mod concurrent;
mod map;
mod reading;

pub(crate) use concurrent::BOOKKEEPING;
use concurrent::Concurrent;
pub(crate) use concurrent::Written;
pub(crate) use map::Map;
pub(crate) use reading::plain;

/// How much a value outranks others written at the same time: (top-level map, field, value). Zero unless the domain
/// says otherwise.
pub(crate) type Rank = fn(&str, &str, &FieldValue) -> i64;

/// No value outranks another: Automerge's choice stands.
pub(crate) fn no_rank(_: &str, _: &str, _: &FieldValue) -> i64 {
    0
}

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

impl<'a> Tree<'a> {
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
}
