//! Signatures as they stand in a session.

use automerge::Automerge;

use crate::doc::tree::Map;
use crate::ids::MemberId;
use crate::kinds::coaching_log::Signature;
use crate::record::FieldValue;
use crate::sorted::SortedMap;

/// The signatures of a session.
pub(in crate::kinds::coaching_log) fn read(
    doc: &Automerge,
    map: Map<'_>,
) -> SortedMap<MemberId, Signature> {
    map.entries()
        .filter_map(|(member, map)| Some((member, signature(doc, member, map)?)))
        .collect()
}

/// Written apart by the signer and by somebody who captured it, it is what the signer wrote.
fn signature(doc: &Automerge, signer: MemberId, map: Map<'_>) -> Option<Signature> {
    let part = |key| {
        let apart = map.concurrent(key).iter();
        let own = apart.filter(|written| written.author(doc) == Some(signer));
        let mut own = own.filter_map(|written| match &written.value {
            FieldValue::Text(text) => Some(text.clone()),
            _ => None,
        });
        own.next().unwrap_or_else(|| map.string(key))
    };
    Some(Signature {
        at: part("at"),
        captured_by: part("captured_by").parse().ok()?,
        content_sha256: part("content_sha256"),
        strokes: part("strokes"),
        typed: part("typed"),
        contested_at: map.string("contested_at"),
        confirmed_at: map.string("confirmed_at"),
        changed_since: false,
    })
}
