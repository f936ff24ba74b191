//! Challenge and access token: a device proves that it holds its key.

mod challenge;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use besace_model::commit::SIGNATURE_BYTES;
use besace_model::error::ErrorCode;
use besace_model::ids::DeviceId;
use besace_model::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::Body;
use crate::app::App;
use crate::bytes::Base64;
use crate::challenge::{NONCE_BYTES, signing_bytes};
use crate::error::{ApiError, refusal};

pub use challenge::{ChallengeRequest, ChallengeView, challenge};

/// The signed challenge.
#[derive(Debug, Deserialize)]
pub struct TokenRequest {
    device: DeviceId,
    nonce: Base64<NONCE_BYTES>,
    signature: Base64<SIGNATURE_BYTES>,
}

/// The token.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenView {
    /// For `Authorization: Bearer` and the hello frame.
    token: String,
    /// When it ends, in milliseconds since 1970 by the relay's clock.
    expires_at: i64,
    /// The relay's clock.
    now: i64,
    /// What the device shows others where there is no network ([`Pass`]), base64url.
    ///
    /// [`Pass`]: besace_model::certificate::Pass
    pass: Option<String>,
}

/// Why no token was given.
#[derive(Debug)]
pub enum TokenRefusal {
    /// As any request is refused.
    Plain(ApiError),
    /// The device was revoked: whoever holds its key learns by whom and when.
    Removed(Removal),
}

/// When a device was revoked, and by whom.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Removal {
    /// In milliseconds since 1970 by the relay's clock.
    removed_at: i64,
    /// The name of the member who did; none when it was the operator.
    removed_by: Option<String>,
}

impl<E: Into<ApiError>> From<E> for TokenRefusal {
    fn from(error: E) -> Self {
        Self::Plain(error.into())
    }
}

impl IntoResponse for TokenRefusal {
    fn into_response(self) -> Response {
        match self {
            Self::Plain(error) => error.into_response(),
            Self::Removed(removal) => refusal(ErrorCode::DeviceRevoked, removal),
        }
    }
}

/// `POST /api/v1/tokens`.
///
/// # Errors
/// [`ErrorCode::Unauthorized`] for a challenge that was not given, was used or is too old, an unknown device, a wrong
/// signature or a member who is away; [`ErrorCode::Retry`] while a cooperative that may know the device is closed;
/// [`ErrorCode::DeviceRevoked`] only to who holds the device's key.
pub async fn token(
    State(app): State<App>,
    Body(request): Body<TokenRequest>,
) -> Result<Json<TokenView>, TokenRefusal> {
    let TokenRequest {
        device,
        nonce,
        signature,
    } = request;
    if !app.take_challenge(device, &nonce.0) {
        return Err(ErrorCode::Unauthorized.into());
    }
    let message = signing_bytes(device, &nonce.0);
    // Nothing is opened for who does not hold the key.
    let mut homes = app.homes_of(device).into_iter();
    let home = homes.find(|(_, key)| key.verifies(&message, &signature.0));
    let coop = match home {
        Some((home, _)) => app.coop(home).await?,
        None => None,
    };
    let Some(coop) = coop else {
        return Err(app.unknown_here(ErrorCode::Unauthorized).await.into());
    };
    let people = coop.handle.people();
    let entry = people.device(device).ok_or(ErrorCode::Unauthorized)?;
    if let Some(Timestamp(removed_at)) = entry.revoked_at {
        let by = entry.revoked_by.and_then(|member| people.member(member));
        return Err(TokenRefusal::Removed(Removal {
            removed_at,
            removed_by: by.map(|member| member.row.name.clone()),
        }));
    }
    if !people.may_connect(entry.member, device) {
        return Err(ErrorCode::Unauthorized.into());
    }
    let now = app.clock().now();
    let issued = app.keys().issue(
        now,
        coop.handle.coop(),
        entry.member,
        device,
        app.clock().random(),
    );
    let token = issued.ok_or(ErrorCode::Retry)?;
    let pass = coop.handle.glance().pass(now, device);
    Ok(Json(TokenView {
        token,
        expires_at: now.plus_ms(besace_model::limits::TOKEN_LIFE_MS).0,
        now: now.0,
        pass: pass.map(|pass| crate::bytes::encode(&pass.to_bytes())),
    }))
}
