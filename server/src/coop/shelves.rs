//! In which order a phone gets the documents it has not, and how those are named of which it gets changes.

use std::collections::BTreeSet;

use besace_model::access::Audience;
use besace_model::ids::MemberId;
use besace_model::kind::{Fetched, Kind, KindSet};
use besace_model::wire::{DocName, DocUpdate};
use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::docs::{self, AudienceRow, DocMeta, DocRow};

/// The kinds whose documents an audience reads.
pub(super) fn kinds_of(audience: Audience) -> impl Iterator<Item = Kind> {
    let reads = move |kind: &Kind| {
        kind.spec()
            .is_some_and(|spec| spec.readers == audience.readers)
    };
    Kind::ALL.iter().copied().filter(reads)
}

/// How soon a phone needs a document.
pub(super) fn rank(
    audience: Audience,
    kind: Kind,
    member: MemberId,
    coached: &BTreeSet<MemberId>,
) -> u8 {
    match kind.spec().map(|spec| spec.fetched) {
        Some(Fetched::First) => 0,
        Some(Fetched::ByOwner) if audience.about == member.0 => 1,
        Some(Fetched::ByOwner) if coached.contains(&MemberId(audience.about)) => 2,
        Some(Fetched::Soon) => 3,
        Some(Fetched::Late) | None => 4,
        Some(Fetched::ByOwner) => 5,
    }
}

/// An empty update of a document for a phone that has everything up to `from`: named in full when the phone may not know
/// it. `None` of one that was superseded, or rebuilt meanwhile: then it is said whole, or what took its place is; and of
/// one of another kind.
pub(super) fn named(
    conn: &Connection,
    doc: DocRow,
    from: u64,
    kinds: KindSet,
) -> Result<Option<DocUpdate>, StoreError> {
    let meta = docs::get(conn, doc)?;
    let is_new = meta.first_seq > from;
    if !kinds.contains(meta.head.kind) || meta.is_superseded || is_new && meta.head.generation > 0 {
        return Ok(None);
    }
    let doc = if is_new {
        DocName::Head(meta.head)
    } else {
        DocName::Known(meta.id)
    };
    Ok(Some(DocUpdate {
        doc,
        piece: None,
        changes: Vec::new(),
    }))
}

/// The next document of a shelf to give whole from a row on: of an audience that was `held` from an entry on, what was
/// rebuilt after that.
pub(super) fn next_whole(
    conn: &Connection,
    (audience, kind): (AudienceRow, Kind),
    first: DocRow,
    held: Option<u64>,
    upto: u64,
) -> Result<Option<DocMeta>, StoreError> {
    match held {
        Some(from) => docs::next_rebuilt(conn, audience, kind, first, from),
        None => docs::next_of(conn, audience, kind, first, upto),
    }
}
