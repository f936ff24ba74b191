//! In which order a phone gets the documents it has not.

use std::collections::BTreeSet;

use besace_model::ids::MemberId;
use besace_model::kind::{Audience, Kind};

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
