//! The caller's own devices: listed, invited, revoked.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use besace_model::error::ErrorCode;
use besace_model::ids::DeviceId;
use serde::Serialize;

use super::invitations::InvitationAnswer;
use crate::app::App;
use crate::decisions::{self, DecisionRequest};
use crate::error::ApiError;
use crate::http::Caller;
use crate::store::people::DeviceEntry;

/// The caller's devices.
#[derive(Debug, Serialize)]
pub struct DevicesView {
    devices: Vec<DeviceView>,
}

/// A device of the caller's.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeviceView {
    device: DeviceId,
    /// What its owner called it.
    name: String,
    enrolled_at: String,
    /// To the day.
    last_contact_at: String,
    /// Whether it is the one that asks.
    current: bool,
}

impl DeviceView {
    pub(super) fn new(device: &DeviceEntry, asking: DeviceId) -> Self {
        Self {
            device: device.device,
            name: device.name.clone(),
            enrolled_at: device.created_at.rfc3339(),
            last_contact_at: device.last_seen.rfc3339(),
            current: device.device == asking,
        }
    }
}

/// `GET /api/v1/devices`: those that are not revoked.
pub async fn devices(caller: Caller) -> Json<DevicesView> {
    let people = caller.coop.handle.people();
    let own = people
        .devices()
        .filter(|device| device.member == caller.bearer.member && device.revoked_at.is_none());
    Json(DevicesView {
        devices: own
            .map(|device| DeviceView::new(device, caller.bearer.device))
            .collect(),
    })
}

/// `POST /api/v1/devices/invitations`: a second device of one's own.
///
/// # Errors
/// What the cooperative says.
pub async fn invite_device(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<InvitationAnswer>, ApiError> {
    let by = caller.inviter();
    let invitation = decisions::invite(&app, &caller.coop.handle, by, by.member).await?;
    Ok(Json(invitation.into()))
}

/// `DELETE /api/v1/devices/{device}`: one's own, or anybody's when a director asks.
///
/// # Errors
/// [`ErrorCode::NotFound`] when there is none, or the caller may not.
pub async fn revoke_device(
    State(app): State<App>,
    caller: Caller,
    device: Result<Path<DeviceId>, PathRejection>,
) -> Result<StatusCode, ApiError> {
    let Path(device) = device.map_err(|_| ErrorCode::NotFound)?;
    let request = DecisionRequest::RevokeDevice { device };
    decisions::decide(&app, &caller.coop.handle, caller.inviter(), request).await?;
    Ok(StatusCode::NO_CONTENT)
}
