//! What is done to people online, the same for a director's app and for the operator's command line.

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use besace_model::kinds::directory::Stage;
use besace_model::limits::INVITATION_LIFE_MS;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::coop::{Command, CoopError, Described};
use crate::secret::InviteSecret;
use crate::store::invitations::Inviter;
use crate::store::people::Status;
use crate::writer::Handle;

/// A decision about people, as it arrives.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(
    tag = "action",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Action {
    /// A new member; the answer names them.
    AddMember {
        /// What is said of them, and their roles.
        #[serde(flatten)]
        person: PersonRequest,
    },
    /// Changes what is said of a member, and their roles.
    ChangeMember {
        /// The member.
        member: MemberId,
        /// What is said of them now, and their roles.
        #[serde(flatten)]
        person: PersonRequest,
    },
    /// Replaces a member's roles.
    SetRoles {
        /// The member.
        member: MemberId,
        /// Their roles now.
        roles: BTreeSet<Role>,
    },
    /// Assigns a coach, or ends the assignment.
    AssignCoach {
        /// The coach.
        coach: MemberId,
        /// The member they accompany.
        member: MemberId,
        /// Whether they do.
        assigned: bool,
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
    /// Suspends a member, brings them back, or notes that they left.
    SetStatus {
        /// The member.
        member: MemberId,
        /// Their status now.
        status: StatusRequest,
    },
    /// Revokes a device.
    RevokeDevice {
        /// The device.
        device: DeviceId,
    },
}

/// What is said of a member.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonRequest {
    /// The name shown.
    pub name: String,
    /// Their roles.
    pub roles: BTreeSet<Role>,
    /// The branch; empty for none.
    #[serde(default)]
    pub branch: String,
    /// Where they stand on their path; none for staff who run no activity.
    #[serde(default)]
    pub stage: Option<Stage>,
    /// Whether they are associates.
    #[serde(default)]
    pub associate: bool,
    /// Who accompanies them; none to leave that as it is.
    #[serde(default)]
    pub coaches: Option<BTreeSet<MemberId>>,
}

impl PersonRequest {
    /// What is said besides the roles.
    #[must_use]
    pub fn described(&self) -> Described {
        Described {
            name: self.name.clone(),
            branch: self.branch.clone(),
            stage: self.stage,
            associate: self.associate,
        }
    }
}

/// Whether a member takes part.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusRequest {
    /// Reads and writes.
    Active,
    /// Neither, for now.
    Suspended,
    /// Neither, for good.
    Left,
}

/// Whom an action made or changed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ActionView {
    /// The member, when there is one.
    pub member: Option<MemberId>,
}

/// An invitation, to be handed on at once: the relay forgets the secret.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvitationView {
    /// Whom it invites.
    pub member: MemberId,
    /// Opens the app with the invitation filled in.
    pub link: String,
    /// The same, to be typed.
    pub code: String,
    /// Until when, in milliseconds since 1970.
    pub expires_at: i64,
}

/// Carries out an action.
///
/// # Errors
/// What the cooperative says.
pub async fn act(
    app: &App,
    coop: &Handle,
    actor: MemberId,
    action: Action,
) -> Result<ActionView, CoopError> {
    let member = match action {
        Action::AddMember { person } => {
            let member = MemberId(app.clock().ulid());
            let described = person.described();
            let command = Command::AddMember {
                member,
                described,
                roles: person.roles,
            };
            coop.decide(actor, command).await?;
            set_coaches(coop, actor, member, person.coaches).await?;
            Some(member)
        }
        Action::ChangeMember { member, person } => {
            let described = person.described();
            coop.decide(actor, Command::Describe { member, described })
                .await?;
            coop.decide(
                actor,
                Command::SetRoles {
                    member,
                    roles: person.roles,
                },
            )
            .await?;
            set_coaches(coop, actor, member, person.coaches).await?;
            Some(member)
        }
        other => {
            let (member, command) = simple(other).ok_or(CoopError::Invalid)?;
            coop.decide(actor, command).await?;
            member
        }
    };
    Ok(ActionView { member })
}

async fn set_coaches(
    coop: &Handle,
    actor: MemberId,
    member: MemberId,
    coaches: Option<BTreeSet<MemberId>>,
) -> Result<(), CoopError> {
    if let Some(coaches) = coaches {
        let command = Command::SetCoaches { member, coaches };
        coop.decide(actor, command).await?;
    }
    Ok(())
}

/// The actions that are one command each.
fn simple(action: Action) -> Option<(Option<MemberId>, Command)> {
    Some(match action {
        Action::AddMember { .. } | Action::ChangeMember { .. } => return None,
        Action::SetRoles { member, roles } => (Some(member), Command::SetRoles { member, roles }),
        Action::AssignCoach {
            coach,
            member,
            assigned: true,
        } => (Some(member), Command::AssignCoach { coach, member }),
        Action::AssignCoach {
            coach,
            member,
            assigned: false,
        } => (Some(member), Command::UnassignCoach { coach, member }),
        Action::SetFacilitator {
            event,
            member,
            facilitates,
        } => (
            Some(member),
            Command::SetFacilitator {
                event,
                member,
                facilitates,
            },
        ),
        Action::SetStatus { member, status } => {
            let status = match status {
                StatusRequest::Active => Status::Active,
                StatusRequest::Suspended => Status::Suspended,
                StatusRequest::Left => Status::Left,
            };
            (Some(member), Command::SetStatus { member, status })
        }
        Action::RevokeDevice { device } => (None, Command::RevokeDevice { device }),
    })
}

/// Invites a member to enrol a device.
///
/// # Errors
/// What the cooperative says.
pub async fn invite(
    app: &App,
    coop: &Handle,
    by: Inviter,
    member: MemberId,
) -> Result<InvitationView, CoopError> {
    let now = app.clock().now();
    let secret = InviteSecret(app.clock().random());
    let expires_at = now.plus_ms(INVITATION_LIFE_MS);
    let command = Command::Invite {
        member,
        secret_hash: secret.digest(),
        expires_at,
        device: by.device,
    };
    coop.decide(by.member, command).await?;
    Ok(InvitationView {
        member,
        link: secret.link(app.config().public_url().as_str()),
        code: secret.code(),
        expires_at: expires_at.0,
    })
}
