//! Concurrent values: all that stand at a key, the one to show, and what of them is a question to people.

use std::borrow::Cow;

use automerge::{Automerge, ChangeHash, ObjId, ReadDoc};

use super::reading::plain;
use super::{Rank, Tree};
use crate::ids::MemberId;
use crate::record::{Conflict, ConflictValue, FieldValue};
use crate::time::Timestamp;

/// Fields that say when and by whom something was written: concurrent values of them are not a question to anyone.
pub(crate) const BOOKKEEPING: [&str; 17] = [
    "created_by",
    "created_at",
    "updated_at",
    "removed_at",
    "responded_at",
    "answered_at",
    "at",
    "decided_by",
    "captured_by",
    "content_sha256",
    "strokes",
    "typed",
    "confirmed_at",
    "submitted_at",
    "ticked_at",
    "done_at",
    "line_sha256",
];

/// A key where several scalars stand.
pub(super) struct Concurrent<'a> {
    object: usize,
    key: Cow<'a, str>,
    pub(super) values: Vec<Written>,
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
    /// Keeps all values that stand at a key and returns the one to show.
    pub(super) fn settle(
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
