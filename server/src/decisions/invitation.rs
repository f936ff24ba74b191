//! Invitations: made with a fresh secret, handed on at once.

use besace_model::ids::MemberId;
use besace_model::limits::INVITATION_LIFE_MS;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{CoopError, Decision, NewInvitation};
use crate::secret::InviteSecret;
use crate::store::invitations::Inviter;
use crate::writer::Handle;

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
