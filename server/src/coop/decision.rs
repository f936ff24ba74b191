//! What is decided online about people: members, their roles and coaches, devices, invitations.

mod described;
mod rights;

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::commit::PUBLIC_KEY_BYTES;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use besace_model::time::Timestamp;

pub use described::{Changes, Described};
pub(super) use described::{can_coach, fits};

use super::people::People;
use crate::store::invitations::SecretHash;

/// An invitation that is made: only the digest of its secret is told.
#[derive(Debug, Clone, Copy)]
pub struct NewInvitation {
    /// SHA-256 of the secret.
    pub secret_hash: SecretHash,
    /// Until when it may be used.
    pub expires_at: Timestamp,
    /// The device that asks for it; none for the operator.
    pub device: Option<DeviceId>,
}

/// A decision about people: carried out whole, or not at all.
#[derive(Debug, Clone)]
pub enum Decision {
    /// A new member.
    Add {
        /// Their id, new.
        member: MemberId,
        /// What is said of them.
        described: Described,
        /// Their roles.
        roles: BTreeSet<Role>,
        /// Who accompanies them.
        coaches: BTreeSet<MemberId>,
        /// Their first invitation, when they are to come at once.
        invitation: Option<NewInvitation>,
    },
    /// Changes a member.
    Change {
        /// The member.
        member: MemberId,
        /// What changes.
        changes: Changes,
    },
    /// Lets a member write to an event without being in the team, or no longer.
    SetFacilitator {
        /// The event.
        event: Ulid,
        /// The member.
        member: MemberId,
        /// Whether they do.
        facilitates: bool,
    },
    /// Invites a member to enrol a device; older open invitations stay.
    Invite {
        /// The member.
        member: MemberId,
        /// The invitation.
        invitation: NewInvitation,
    },
    /// Enrols a device with an invitation's secret. Whoever holds the secret may.
    Enrol {
        /// The secret.
        secret: Vec<u8>,
        /// The device's public key.
        public_key: [u8; PUBLIC_KEY_BYTES],
        /// The device's id, new.
        device: DeviceId,
        /// What its owner calls it.
        name: String,
    },
    /// Revokes a device.
    RevokeDevice {
        /// The device.
        device: DeviceId,
    },
}

/// What a decision came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It is so.
    Yes,
    /// A device of this member was enrolled.
    Enrolled(MemberId, DeviceId),
}

impl Decision {
    /// A new member whom nobody accompanies yet, and who is not invited.
    #[must_use]
    pub fn add(member: MemberId, described: Described, roles: BTreeSet<Role>) -> Self {
        Self::Add {
            member,
            described,
            roles,
            coaches: BTreeSet::new(),
            invitation: None,
        }
    }

    /// A coach accompanies a member beside those who do already, or no longer.
    #[must_use]
    pub fn assign(people: &People, coach: MemberId, member: MemberId, assigned: bool) -> Self {
        let known = people.member(member);
        let mut coaches = known.map_or_else(BTreeSet::new, |known| known.coaches.clone());
        if assigned {
            coaches.insert(coach);
        } else {
            coaches.remove(&coach);
        }
        let changes = Changes {
            coaches: Some(coaches),
            ..Changes::default()
        };
        Self::Change { member, changes }
    }
}
