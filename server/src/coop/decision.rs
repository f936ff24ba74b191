//! What is decided online about people: members, their roles and coaches, devices, invitations.

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::clean;
use besace_model::commit::PUBLIC_KEY_BYTES;
use besace_model::doc::rules::is_clean;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use besace_model::kinds::directory::Stage;
use besace_model::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::CoopError;
use super::people::{Member, People};
use crate::limits::NAME_BYTES_MAX;
use crate::store::invitations::SecretHash;
use crate::store::people::Status;

/// What is said of a member besides their roles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Described {
    /// The name shown.
    pub name: String,
    /// The branch; empty for none.
    #[serde(default)]
    pub branch: String,
    /// Where they stand on their path; `None` for staff who run no activity.
    #[serde(default)]
    pub stage: Option<Stage>,
    /// Whether they are associates.
    #[serde(default)]
    pub associate: bool,
}

/// What a decision makes of a member. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// What is said of them.
    pub described: Option<Described>,
    /// Their roles, and no others.
    pub roles: Option<BTreeSet<Role>>,
    /// Who accompanies them, and nobody else.
    pub coaches: Option<BTreeSet<MemberId>>,
    /// Whether they take part.
    pub status: Option<Status>,
}

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

    /// Whom or what it concerns, for the audit.
    pub(super) fn subject(&self) -> [u8; 16] {
        match self {
            Self::Add { member, .. }
            | Self::Change { member, .. }
            | Self::SetFacilitator { member, .. }
            | Self::Invite { member, .. } => *member.as_bytes(),
            Self::Enrol { device, .. } | Self::RevokeDevice { device } => *device.as_bytes(),
        }
    }

    /// Whether it can change what anyone reads or what the directory says.
    pub(super) fn changes_people(&self) -> bool {
        matches!(
            self,
            Self::Add { .. } | Self::Change { .. } | Self::SetFacilitator { .. }
        )
    }

    /// Whether `actor` may decide it: the operator and directors may decide all, everybody may invite themselves and
    /// revoke their own devices.
    pub(super) fn is_for(&self, actor: MemberId, people: &People) -> bool {
        if actor == MemberId::RELAY {
            return true;
        }
        if let Self::Enrol { .. } = self {
            return true;
        }
        let Some(actor) = people.active(actor) else {
            return false;
        };
        if actor.directs() {
            return true;
        }
        match self {
            Self::Invite { member, .. } => *member == actor.row.member,
            Self::RevokeDevice { device } => people
                .device(*device)
                .is_some_and(|device| device.member == actor.row.member),
            _ => false,
        }
    }
}

impl Described {
    /// The same with its lines cleaned.
    ///
    /// # Errors
    /// [`CoopError::Invalid`] when they cannot be shown.
    pub(super) fn cleaned(&self) -> Result<Self, CoopError> {
        let (name, branch) = (clean::line(&self.name), clean::line(&self.branch));
        if name.is_empty() || !fits(&name) || !fits(&branch) {
            return Err(CoopError::Invalid);
        }
        Ok(Self {
            name,
            branch,
            ..*self
        })
    }

    /// What is said of a member now.
    fn of(member: &Member) -> Self {
        let row = &member.row;
        Self {
            name: row.name.clone(),
            branch: row.branch.clone(),
            stage: row.stage,
            associate: row.associate,
        }
    }
}

impl Changes {
    /// What they really change of a member, who must be able to become that.
    ///
    /// # Errors
    /// [`CoopError`] says what of it cannot be.
    pub(super) fn of(&self, before: &Member, people: &People) -> Result<Self, CoopError> {
        let described = self
            .described
            .as_ref()
            .map(Described::cleaned)
            .transpose()?;
        if let Some(coaches) = &self.coaches {
            can_coach(coaches, before.row.member, people)?;
        }
        if self.status == Some(Status::Relay) {
            return Err(CoopError::Invalid);
        }
        let had = before.roles();
        let roles = self.roles.as_ref().unwrap_or(&had);
        let status = self.status.unwrap_or(before.row.status);
        let directs = status == Status::Active && roles.contains(&Role::Director);
        let is_other = |member: &Member| member.row.member != before.row.member;
        if before.directs() && !directs && !people.members().any(|it| is_other(it) && it.directs())
        {
            return Err(CoopError::LastDirector);
        }
        let (roles, coaches) = (self.roles.as_ref(), self.coaches.as_ref());
        Ok(Self {
            described: described.filter(|said| *said != Described::of(before)),
            roles: roles.filter(|it| **it != had).cloned(),
            coaches: coaches.filter(|it| **it != before.coaches).cloned(),
            status: self.status.filter(|it| *it != before.row.status),
        })
    }
}

/// Whether these may accompany a member: others, whom there are.
///
/// # Errors
/// [`CoopError::Invalid`] or [`CoopError::NotFound`].
pub(super) fn can_coach(
    coaches: &BTreeSet<MemberId>,
    member: MemberId,
    people: &People,
) -> Result<(), CoopError> {
    if coaches.contains(&member) {
        return Err(CoopError::Invalid);
    }
    if coaches.iter().any(|coach| people.member(*coach).is_none()) {
        return Err(CoopError::NotFound);
    }
    Ok(())
}

/// Whether a name is short and plain enough to be shown.
pub(super) fn fits(text: &str) -> bool {
    text.len() <= NAME_BYTES_MAX && is_clean(text, false)
}
