//! Prose that people changed at once, in one paragraph.
//!
//! Automerge merges what was typed apart, letter by letter. Where each wrote in paragraphs of their own, both stand as
//! they were written, and nobody has to know. Where a paragraph of the merged text is not one that anybody wrote, the
//! text is marked: what stood there, what each made of it, and who.
//!
//! A mark goes with the first change that has seen both sides and either edits the text or renews nothing but a stamp of
//! its entry, which is how a person says that they read it ([`crate::command::EntryCommand::MarkRead`]). So the marks are
//! decided by a document's history: phones come to the same ones in whatever order they receive it.
//!
//! Whose the sides are makes no difference: what one person writes on two devices, or in two windows, is mixed as well. A
//! text without such a stamp beside it has one author, who says on each phone that they read it.
//!
//! **Cost**: a document is looked at from where it was looked at last; a history without branches costs nothing but a walk
//! over what is new. Of a document that is new to a phone the last [`MERGES_MAX`] merges are compared.

mod paragraphs;

use std::collections::BTreeMap;

use automerge::{
    Automerge, ChangeHash, ChangeMetadata, ObjId, Patch, PatchAction, Prop, ROOT, ReadDoc,
};

use crate::command::READ_STAMPS;
use crate::ids::MemberId;
use crate::sorted::SortedSet;
use paragraphs::{Merged, compare_texts};

/// Merges of one history that are compared when it is first looked at.
pub const MERGES_MAX: usize = 32;
/// Marks kept of one document; the oldest go first.
pub const MARKS_MAX: usize = 32;
/// Versions kept of one text.
pub const VERSIONS_MAX: usize = 6;

/// A text to read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The text's path, `/` between keys.
    pub path: String,
    /// What stood there before.
    pub was: String,
    /// What each made of it, in order of time.
    pub versions: Vec<Version>,
    /// The heads whose histories were merged: who has seen all of them has seen both sides.
    pub sides: Vec<ChangeHash>,
    /// Read on this phone, which the history cannot say: kept, so that looking again does not make it anew.
    pub is_read: bool,
}

/// What somebody made of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The paragraph as they left it.
    pub text: String,
    /// Who.
    pub by: Option<MemberId>,
    /// When, by their device's clock, in seconds since 1970.
    pub at: i64,
}

/// The marks of a document, from those it had when it was last looked at and the heads it had then.
#[must_use]
pub fn follow(doc: &Automerge, known: &[ChangeHash], marks: Vec<Mark>) -> Vec<Mark> {
    let is_here = |hash: &ChangeHash| doc.get_change_meta_by_hash(hash).is_some();
    let mut follower = if known.iter().all(is_here) {
        Follower {
            doc,
            heads: known.to_vec(),
            marks,
        }
    } else {
        // What is pending was made again: the history is another.
        Follower {
            doc,
            heads: Vec::new(),
            marks: Vec::new(),
        }
    };
    let from = follower.heads.clone();
    let new = doc.get_changes_meta(&from);
    let merges = new.iter().filter(|change| change.deps.len() > 1).count();
    let mut passed_over = merges.saturating_sub(MERGES_MAX);
    for change in &new {
        let compares = change.deps.len() > 1 && passed_over == 0;
        if change.deps.len() > 1 {
            passed_over = passed_over.saturating_sub(1);
        }
        follower.step(change, compares);
    }
    let heads = follower.heads.clone();
    follower.compare_all(&heads);
    let too_many = follower.marks.len().saturating_sub(MARKS_MAX);
    follower.marks.drain(..too_many);
    follower.marks
}

struct Follower<'d> {
    doc: &'d Automerge,
    heads: Vec<ChangeHash>,
    marks: Vec<Mark>,
}

impl Follower<'_> {
    fn step(&mut self, change: &ChangeMetadata<'_>, compares: bool) {
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

    fn compare_all(&mut self, heads: &[ChangeHash]) {
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
fn find<'p>(doc: &Automerge, path: impl Iterator<Item = &'p str>) -> Option<ObjId> {
    let mut object = ROOT;
    for key in path {
        object = doc.get(&object, key).ok()??.1;
    }
    Some(object)
}

/// What one head has seen and another has not, the oldest first.
struct Side<'d> {
    head: ChangeHash,
    changes: Vec<ChangeMetadata<'d>>,
}

impl<'d> Side<'d> {
    fn of(doc: &'d Automerge, head: ChangeHash, other: ChangeHash) -> Self {
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
    fn roots(&self) -> impl Iterator<Item = ChangeHash> {
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

    fn version(&self, doc: &Automerge, text: &ObjId, words: String) -> Version {
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

/// The marks that merging two heads makes.
fn compare(doc: &Automerge, one: ChangeHash, other: ChangeHash) -> Vec<Mark> {
    let sides = [Side::of(doc, one, other), Side::of(doc, other, one)];
    if sides.iter().any(|side| side.changes.is_empty()) {
        return Vec::new();
    }
    let roots: SortedSet<ChangeHash> = sides.iter().flat_map(Side::roots).collect();
    let own = |hash: &ChangeHash| {
        let mut changes = sides.iter().flat_map(|side| &side.changes);
        changes.any(|change| change.hash == *hash)
    };
    let roots: Vec<ChangeHash> = roots.into_iter().filter(|root| !own(root)).collect();
    let [ours, theirs] = sides
        .each_ref()
        .map(|side| texts(&doc.diff(&roots, &[side.head])));
    let both = ours
        .into_iter()
        .filter(|(path, _)| theirs.contains_key(path));
    both.filter_map(|(path, text)| {
        let at = |heads: &[ChangeHash]| doc.text_at(&text, heads).unwrap_or_default();
        let merged = Merged {
            was: &at(&roots),
            sides: [&at(&[one]), &at(&[other])],
            text: &at(&[one, other]),
        };
        let found = compare_texts(&merged)?;
        let [first, second] = found.versions;
        let mut versions = vec![
            sides[0].version(doc, &text, first),
            sides[1].version(doc, &text, second),
        ];
        versions.sort_by_key(|version| version.at);
        Some(Mark {
            path,
            was: found.was,
            versions,
            sides: vec![one, other],
            is_read: false,
        })
    })
    .collect()
}

/// The texts that patches edit, by path.
fn texts(patches: &[Patch]) -> BTreeMap<String, ObjId> {
    let edits = patches.iter().filter(|patch| {
        matches!(
            patch.action,
            PatchAction::SpliceText { .. } | PatchAction::DeleteSeq { .. }
        )
    });
    edits
        .filter_map(|patch| {
            let keys: Option<Vec<&str>> = patch
                .path
                .iter()
                .map(|(_, prop)| match prop {
                    Prop::Map(key) => Some(key.as_str()),
                    Prop::Seq(_) => None,
                })
                .collect();
            Some((keys?.join("/"), patch.obj.clone()))
        })
        .collect()
}
