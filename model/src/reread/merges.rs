//! What merging two heads makes of the texts that both sides edit.

use std::collections::BTreeMap;

use automerge::{Automerge, ChangeHash, ObjId, Patch, PatchAction, Prop, ReadDoc};

use super::Mark;
use super::paragraphs::{Merged, compare_texts};
use super::side::Side;
use crate::sorted::SortedSet;

/// The marks that merging two heads makes.
pub(super) fn compare(doc: &Automerge, one: ChangeHash, other: ChangeHash) -> Vec<Mark> {
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
