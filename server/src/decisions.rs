//! What is decided about people online, as it is asked for: the same for a director's app and for the operator's command
//! line. One request is one decision.

mod older;

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::ids::{DeviceId, MemberId, Ulid};
use besace_model::limits::INVITATION_LIFE_MS;
use serde::{Deserialize, Serialize};

pub use older::Older;

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{Changes, CoopError, Decision, Described, NewInvitation};
use crate::secret::InviteSecret;
use crate::store::invitations::Inviter;
use crate::writer::Handle;

/// A decision about people, as it arrives.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(
    tag = "action",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum DecisionRequest {
    /// A new member; the answer names them.
    Add {
        /// The member.
        #[serde(flatten)]
        person: NewPerson,
        /// Whether to invite them at once; the answer has the invitation then.
        #[serde(default)]
        invited: bool,
    },
    /// Changes a member.
    Change {
        /// The member.
        member: MemberId,
        /// What changes.
        #[serde(flatten)]
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
    /// Revokes a device.
    RevokeDevice {
        /// The device.
        device: DeviceId,
    },
    /// The same, as apps of before said it.
    #[serde(untagged)]
    Older(Older),
}

/// A new member.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewPerson {
    /// What is said of them.
    pub described: Described,
    /// Their roles.
    pub roles: BTreeSet<Role>,
    /// Who accompanies them.
    #[serde(default)]
    pub coaches: BTreeSet<MemberId>,
}

/// What a decision came to.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Whom it made or changed, when it is a member.
    pub member: Option<MemberId>,
    /// The invitation, when one was asked for.
    pub invitation: Option<InvitationView>,
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

/// Carries out what is asked for.
///
/// # Errors
/// What the cooperative says; nothing was changed then.
pub async fn decide(
    app: &App,
    coop: &Handle,
    by: Inviter,
    request: DecisionRequest,
) -> Result<Decided, CoopError> {
    let (decision, decided) = read(app, by, request);
    coop.decide(by.member, decision).await?;
    Ok(decided)
}

/// The decision that a request is, and what it comes to once it is carried out.
fn read(app: &App, by: Inviter, request: DecisionRequest) -> (Decision, Decided) {
    let decided = |member| Decided {
        member,
        invitation: None,
    };
    match request {
        DecisionRequest::Add { person, invited } => {
            let member = MemberId(app.clock().ulid());
            let (invitation, view) = invited
                .then(|| new_invitation(app.config(), app.clock(), by, member))
                .unzip();
            let NewPerson {
                described,
                roles,
                coaches,
            } = person;
            let decision = Decision::Add {
                member,
                described,
                roles,
                coaches,
                invitation,
            };
            let decided = Decided {
                member: Some(member),
                invitation: view,
            };
            (decision, decided)
        }
        DecisionRequest::Change { member, changes } => {
            (Decision::Change { member, changes }, decided(Some(member)))
        }
        DecisionRequest::SetFacilitator {
            event,
            member,
            facilitates,
        } => {
            let decision = Decision::SetFacilitator {
                event,
                member,
                facilitates,
            };
            (decision, decided(Some(member)))
        }
        DecisionRequest::RevokeDevice { device } => {
            (Decision::RevokeDevice { device }, decided(None))
        }
        DecisionRequest::Older(older) => read(app, by, older.into()),
    }
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
    let (invitation, view) = new_invitation(app.config(), app.clock(), by, member);
    let decision = Decision::Invite { member, invitation };
    coop.decide(by.member, decision).await?;
    Ok(view)
}

/// An invitation with a fresh secret, as the cooperative is told of it and as it is handed on.
#[must_use]
pub fn new_invitation(
    config: &Config,
    clock: &Clock,
    by: Inviter,
    member: MemberId,
) -> (NewInvitation, InvitationView) {
    let secret = InviteSecret(clock.random());
    let expires_at = clock.now().plus_ms(INVITATION_LIFE_MS);
    let invitation = NewInvitation {
        secret_hash: secret.digest(),
        expires_at,
        device: by.device,
    };
    let view = InvitationView {
        member,
        link: secret.link(config.public_url().as_str()),
        code: secret.code(),
        expires_at: expires_at.0,
    };
    (invitation, view)
}
