//! A document's history, walked change by change: which marks it makes, and which it takes away.

use automerge::{Automerge, ChangeHash, ChangeMetadata, ObjId, Patch, PatchAction, ROOT, ReadDoc};

use super::merges::compare;
use super::{Mark, VERSIONS_MAX};
use crate::command::READ_STAMPS;
use crate::sorted::SortedSet;

pub(super) struct Follower<'d> {
    pub(super) doc: &'d Automerge,
    pub(super) heads: Vec<ChangeHash>,
    pub(super) marks: Vec<Mark>,
}

impl Follower<'_> {
    pub(super) fn step(&mut self, change: &ChangeMetadata<'_>, compares: bool) {
        let met: Vec<ChangeHash> = change
            .deps
            .iter()
            .filter(|dep| self.heads.contains(*dep))
            .copied()
            .collect();
        if compares {
            self.compare_all(&met);
        }
        if !self.marks.is_empty() {
            self.take_read(change);
        }
        self.heads.retain(|head| !change.deps.contains(head));
        self.heads.push(change.hash);
    }

    /// Takes away the marks that a change answers.
    fn take_read(&mut self, change: &ChangeMetadata<'_>) {
        let doc = self.doc;
        let unseen: SortedSet<ChangeHash> = doc
            .get_changes_meta(&[change.hash])
            .iter()
            .map(|other| other.hash)
            .collect();
        self.marks.retain(|mark| {
            let has_seen = mark.sides.iter().all(|side| !unseen.contains(side));
            !(has_seen && answers(doc, change, &mark.path))
        });
    }

    pub(super) fn compare_all(&mut self, heads: &[ChangeHash]) {
        for (number, one) in heads.iter().enumerate() {
            for other in heads.iter().skip(number + 1) {
                for mark in compare(self.doc, *one, *other) {
                    self.add(mark);
                }
            }
        }
    }

    /// Adds a mark to those of the same text.
    fn add(&mut self, mark: Mark) {
        let Some(known) = self.marks.iter_mut().find(|known| known.path == mark.path) else {
            return self.marks.push(mark);
        };
        for version in mark.versions {
            if !known.versions.contains(&version) && known.versions.len() < VERSIONS_MAX {
                known.versions.push(version);
                known.is_read = false;
            }
        }
        known.versions.sort_by_key(|version| version.at);
        for side in mark.sides {
            if !known.sides.contains(&side) {
                known.sides.push(side);
            }
        }
    }
}

/// Whether a change edits a text, or says that its entry was read.
fn answers(doc: &Automerge, change: &ChangeMetadata<'_>, path: &str) -> bool {
    let made = |object: &ObjId| {
        doc.diff_obj(object, &change.deps, &[change.hash], true)
            .unwrap_or_default()
    };
    let edits = find(doc, path.split('/')).is_some_and(|text| !made(&text).is_empty());
    let above = if path.starts_with("event/") { 1 } else { 2 };
    edits
        || find(doc, path.split('/').take(above)).is_some_and(|entry| {
            let patches = made(&entry);
            !patches.is_empty() && patches.iter().all(|patch| is_stamp(patch, &entry))
        })
}

fn is_stamp(patch: &Patch, entry: &ObjId) -> bool {
    let key = match &patch.action {
        PatchAction::PutMap { key, .. } => key.as_str(),
        _ => return false,
    };
    patch.obj == *entry && READ_STAMPS.contains(&key)
}

/// The object at a path.
pub(crate) fn find<'p>(doc: &Automerge, path: impl Iterator<Item = &'p str>) -> Option<ObjId> {
    let mut object = ROOT;
    for key in path {
        object = doc.get(&object, key).ok()??.1;
    }
    Some(object)
}
