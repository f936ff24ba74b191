//! What a member may do: their roles, and whom and what these are about.

use super::{Audience, Role};
use crate::ids::{MemberId, Ulid};
use crate::sorted::SortedSet;

/// What one member may do right now, as the relay's table says (the phone's copy comes from the directory).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grants {
    /// The member.
    pub member: MemberId,
    /// Their roles.
    pub roles: SortedSet<Role>,
    /// The members assigned to them as coach.
    pub coached: SortedSet<MemberId>,
    /// Events they facilitate without being in the team.
    pub facilitates: SortedSet<Ulid>,
}

impl Grants {
    /// The relay's own grants.
    #[must_use]
    pub fn relay() -> Self {
        Self {
            member: MemberId::RELAY,
            roles: SortedSet::new(),
            coached: SortedSet::new(),
            facilitates: SortedSet::new(),
        }
    }

    /// Whether the member holds the role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether the member belongs to the support team: any role but entrepreneur.
    #[must_use]
    pub fn in_team(&self) -> bool {
        self.roles.iter().any(|role| *role != Role::Entrepreneur)
    }

    /// Whether the member reads documents of this audience.
    #[must_use]
    pub fn reads(&self, audience: Audience) -> bool {
        self.member == MemberId::RELAY || audience.readers.include(self, audience.about)
    }

    /// Whether the member belongs to finance or direction, who read documents about people that are not theirs.
    #[must_use]
    pub fn reads_far(&self) -> bool {
        self.has(Role::Finance) || self.has(Role::Director)
    }

    /// Whether they may pin and hide what members put on the board.
    #[must_use]
    pub fn may_edit_board(&self) -> bool {
        self.has(Role::Comms) || self.has(Role::Director)
    }

    /// Whether the member may create events.
    #[must_use]
    pub fn may_create_events(&self) -> bool {
        self.may_draft()
    }

    /// Whether the member may draft what the cooperative tells.
    #[must_use]
    pub fn may_draft(&self) -> bool {
        [Role::Coach, Role::Comms, Role::Director]
            .into_iter()
            .any(|role| self.has(role))
    }

    /// Whether the member is an assigned coach of `member`.
    #[must_use]
    pub fn coaches(&self, member: MemberId) -> bool {
        self.has(Role::Coach) && self.coached.contains(&member)
    }
}
