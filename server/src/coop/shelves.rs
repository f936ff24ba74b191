//! In which order a phone gets the documents it has not, and how those are named of which it gets changes.

use std::collections::BTreeSet;

use besace_model::ids::MemberId;
use besace_model::kind::{Audience, Kind};
use besace_model::wire::{DocName, DocUpdate};
use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::docs::{self, AudienceRow, DocMeta, DocRow};

/// The kinds whose documents an audience reads.
pub(super) fn kinds_of(audience: Audience) -> &'static [Kind] {
    match audience {
        Audience::Everyone => &[Kind::Directory, Kind::Profile, Kind::Event, Kind::Roster],
        Audience::Activity(_) => &[Kind::Activity],
        Audience::Coaching(_) => &[Kind::CoachingLog],
        Audience::Own(_) => &[Kind::CoachNotes, Kind::Rsvp],
    }
}

/// How soon a phone needs a document: names and one's own first, then assigned members', events, the rest.
pub(super) fn rank(
    audience: Audience,
    kind: Kind,
    member: MemberId,
    coached: &BTreeSet<MemberId>,
) -> u8 {
    match audience {
        Audience::Everyone => match kind {
            Kind::Directory => 0,
            Kind::Event | Kind::Roster => 3,
            _ => 4,
        },
        Audience::Activity(owner) | Audience::Coaching(owner) | Audience::Own(owner) => {
            if owner == member {
                1
            } else if coached.contains(&owner) {
                2
            } else {
                5
            }
        }
    }
}

/// An empty update of a document for a phone that has everything up to `from`: named in full when the phone may not know
/// it. `None` of one that was superseded, or rebuilt meanwhile: then it is said whole, or what took its place is.
pub(super) fn named(
    conn: &Connection,
    doc: DocRow,
    from: u64,
) -> Result<Option<DocUpdate>, StoreError> {
    let meta = docs::get(conn, doc)?;
    let is_new = meta.first_seq > from;
    if meta.is_superseded || is_new && meta.head.generation > 0 {
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
