//! An audience: a row of the table, with whom or what it is about.

use super::{Readers, Scope};
use crate::ids::{MemberId, Ulid};

/// A set of readers. Grants are given and taken per audience, never per document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Audience {
    /// Its row of the table.
    pub readers: Readers,
    /// The member or the event that it is about; all zeros for the cooperative's own.
    pub about: Ulid,
}

impl Audience {
    /// Those of the cooperative.
    pub fn shared() -> impl Iterator<Item = Self> {
        Readers::of(Scope::Coop).map(|row| row.about(MemberId::RELAY.0))
    }

    /// Those that are about a member.
    pub fn of_member(member: MemberId) -> impl Iterator<Item = Self> {
        Readers::of(Scope::Member).map(move |row| row.about(member.0))
    }

    /// Those that are about an event.
    pub fn of_event(event: Ulid) -> impl Iterator<Item = Self> {
        Readers::of(Scope::Event).map(move |row| row.about(event))
    }
}
