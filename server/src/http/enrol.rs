//! Enrolment: an invitation becomes a device. Consumed by POST with the device's public key, so a link preview burns
//! nothing.

mod look;

use std::net::IpAddr;

use axum::Json;
use axum::extract::State;
use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use serde::{Deserialize, Serialize};

use super::{Body, Peer};
use crate::app::App;
use crate::bytes::Base64;
use crate::coop::{CoopError, Decision, Done};
use crate::error::ApiError;
use crate::home::Tenant;
use crate::secret::InviteSecret;

pub use look::{LookRequest, LookView, look};

/// What the app sends.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EnrolRequest {
    /// The invitation, from its link or typed.
    secret: String,
    /// The device's Ed25519 public key, 32 bytes in base64url.
    public_key: Base64<32>,
    /// The device's id, if the app made one.
    device_id: Option<DeviceId>,
    /// What its owner calls it.
    #[serde(default)]
    device_name: String,
}

/// What the app needs to ask for its first token.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EnrolView {
    /// The cooperative.
    coop: CoopId,
    /// Its name.
    coop_name: String,
    /// The member.
    member: MemberId,
    /// Their name.
    member_name: String,
    /// The device.
    device: DeviceId,
}

/// The secret in what somebody gave, unless their address gave too many that were none.
fn read(app: &App, peer: IpAddr, given: &str) -> Result<InviteSecret, ApiError> {
    if !app.may_guess(peer) {
        app.metrics().rate_limited.inc();
        return Err(ErrorCode::RateLimited.into());
    }
    InviteSecret::parse(given).ok_or_else(|| {
        app.guessed_wrong(peer);
        ErrorCode::BadInvitation.into()
    })
}

async fn unknown(app: &App, peer: IpAddr) -> ApiError {
    app.guessed_wrong(peer);
    app.unknown_here(ErrorCode::BadInvitation).await.into()
}

fn name_of(coop: &Tenant, member: MemberId) -> String {
    let people = coop.handle.people();
    let found = people.member(member).map(|found| found.row.name.clone());
    found.unwrap_or_default()
}

/// `POST /api/v1/enrolments`.
///
/// # Errors
/// [`ErrorCode::BadInvitation`], [`ErrorCode::InvitationUsed`] or [`ErrorCode::InvitationExpired`] say what is wrong with
/// the invitation, [`ErrorCode::Retry`] that a cooperative that may have made it is closed;
/// [`ErrorCode::RateLimited`] comes after too many of these; [`ErrorCode::BadMessage`] for a key that is none, or an id or
/// key known already; [`ErrorCode::Quota`] for one device too many.
pub async fn enrol(
    State(app): State<App>,
    Peer(peer): Peer,
    Body(request): Body<EnrolRequest>,
) -> Result<Json<EnrolView>, ApiError> {
    let secret = read(&app, peer, &request.secret)?;
    let device = request
        .device_id
        .unwrap_or_else(|| DeviceId(app.clock().ulid()));
    if !app.homes_of(device).is_empty() {
        // Ids are drawn at random: whoever comes with one that is taken anywhere does not speak for themselves.
        return Err(ErrorCode::BadMessage.into());
    }
    let decision = Decision::Enrol {
        secret: secret.0.to_vec(),
        public_key: request.public_key.0,
        device,
        name: request.device_name,
    };
    for id in app.inviting(&secret.digest()) {
        let Some(coop) = app.coop(id).await? else {
            continue;
        };
        match coop.handle.decide(MemberId::RELAY, decision.clone()).await {
            Ok(Done::Enrolled(member, device)) => {
                tracing::info!(coop = %coop.handle.coop(), %member, %device, "a device was enrolled");
                return Ok(Json(EnrolView {
                    coop: coop.handle.coop(),
                    coop_name: coop.name.to_string(),
                    member,
                    member_name: name_of(&coop, member),
                    device,
                }));
            }
            Ok(Done::Yes) | Err(CoopError::BadInvitation) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(unknown(&app, peer).await)
}
