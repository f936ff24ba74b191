//! What one head has seen and another has not.

use std::collections::BTreeMap;

use automerge::{Automerge, ChangeHash, ChangeMetadata, ObjId};

use super::Version;
use crate::ids::MemberId;
use crate::sorted::SortedSet;

/// What one head has seen and another has not, the oldest first.
pub(super) struct Side<'d> {
    pub(super) head: ChangeHash,
    pub(super) changes: Vec<ChangeMetadata<'d>>,
}

impl<'d> Side<'d> {
    pub(super) fn of(doc: &'d Automerge, head: ChangeHash, other: ChangeHash) -> Self {
        let mut open = vec![head];
        let mut unseen: BTreeMap<ChangeHash, ChangeMetadata<'d>> = BTreeMap::new();
        let mut order = BTreeMap::new();
        for (number, change) in doc.get_changes_meta(&[other]).into_iter().enumerate() {
            order.insert(change.hash, number);
            unseen.insert(change.hash, change);
        }
        let mut changes = Vec::new();
        while let Some(hash) = open.pop() {
            if let Some(change) = unseen.remove(&hash) {
                open.extend(&change.deps);
                changes.push(change);
            }
        }
        changes.sort_by_key(|change| order.get(&change.hash).copied());
        Self { head, changes }
    }

    /// What both sides have seen.
    pub(super) fn roots(&self) -> impl Iterator<Item = ChangeHash> {
        let own: SortedSet<ChangeHash> = self.changes.iter().map(|change| change.hash).collect();
        let deps = self.changes.iter().flat_map(|change| change.deps.clone());
        deps.filter(move |dep| !own.contains(dep))
    }

    /// The last change of the side that edits a text.
    fn last_edit(&self, doc: &Automerge, text: &ObjId) -> Option<&ChangeMetadata<'d>> {
        let edits = |change: &&ChangeMetadata<'_>| {
            let made = doc.diff_obj(text, &change.deps, &[change.hash], false);
            made.is_ok_and(|patches| !patches.is_empty())
        };
        self.changes.iter().rev().find(edits)
    }

    pub(super) fn version(&self, doc: &Automerge, text: &ObjId, words: String) -> Version {
        let change = self.last_edit(doc, text);
        let author = change.and_then(|change| doc.get_author_for_actor(&change.actor));
        Version {
            text: words,
            by: author
                .and_then(|author| Some(MemberId::from_bytes(author.as_bytes().try_into().ok()?))),
            at: change.map_or(0, |change| change.timestamp),
        }
    }
}
