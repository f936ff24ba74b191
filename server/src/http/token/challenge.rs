//! The challenge that a device signs.

use axum::Json;
use axum::extract::State;
use besace_model::ids::{DeviceId, ID_BYTES};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::bytes::Base64;
use crate::challenge::NONCE_BYTES;
use crate::http::Body;

/// Which device asks.
#[derive(Debug, Deserialize)]
pub struct ChallengeRequest {
    device: DeviceId,
}

/// What it must sign.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChallengeView {
    /// The device's id as bytes: what is signed is the domain, these, and the challenge.
    device_bytes: Base64<ID_BYTES>,
    /// The challenge.
    nonce: Base64<NONCE_BYTES>,
}

/// `POST /api/v1/challenges`. Unknown devices get one too: who asks learns nothing.
pub async fn challenge(
    State(app): State<App>,
    Body(request): Body<ChallengeRequest>,
) -> Json<ChallengeView> {
    let nonce = app.open_challenge(request.device);
    Json(ChallengeView {
        device_bytes: Base64(*request.device.as_bytes()),
        nonce: Base64(nonce),
    })
}
