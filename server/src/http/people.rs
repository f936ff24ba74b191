//! Members and devices: who am I, invitations, and what directors decide.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::kind::Role;
use serde::{Deserialize, Serialize};

use super::{Body, Caller};
use crate::actions::{self, Action, ActionView, InvitationView};
use crate::app::App;
use crate::error::ApiError;

/// Who asks.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeView {
    coop: CoopId,
    coop_name: String,
    member: MemberId,
    name: String,
    roles: Vec<Role>,
}

/// `GET /api/v1/me`.
pub async fn me(caller: Caller) -> Json<MeView> {
    let people = caller.coop.handle.people();
    let member = people.member(caller.bearer.member);
    Json(MeView {
        coop: caller.coop.handle.coop(),
        coop_name: caller.coop.name.to_string(),
        member: caller.bearer.member,
        name: member
            .map(|member| member.row.name.clone())
            .unwrap_or_default(),
        roles: member
            .into_iter()
            .flat_map(|member| member.grants.roles.iter().copied())
            .collect(),
    })
}

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

/// `GET /api/v1/devices`: those that are not revoked.
pub async fn devices(caller: Caller) -> Json<DevicesView> {
    let people = caller.coop.handle.people();
    let own = people
        .devices()
        .filter(|device| device.member == caller.bearer.member && device.revoked_at.is_none());
    let devices = own.map(|device| DeviceView {
        device: device.device,
        name: String::new(),
        enrolled_at: device.created_at.rfc3339(),
        last_contact_at: device.last_seen.rfc3339(),
        current: device.device == caller.bearer.device,
    });
    Json(DevicesView {
        devices: devices.collect(),
    })
}

/// `POST /api/v1/devices/invitations`: a second device of one's own.
///
/// # Errors
/// What the cooperative says.
pub async fn invite_device(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<InvitationView>, ApiError> {
    let member = caller.bearer.member;
    Ok(Json(
        actions::invite(&app, &caller.coop.handle, member, member).await?,
    ))
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
    let action = Action::RevokeDevice { device };
    actions::act(&app, &caller.coop.handle, caller.bearer.member, action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whom to invite.
#[derive(Debug, Deserialize)]
pub struct InviteRequest {
    /// Nobody: oneself, on a second device.
    member: Option<MemberId>,
}

/// `POST /api/v1/invitations`: oneself, or anybody when a director asks.
///
/// # Errors
/// [`ErrorCode::NotFound`] for others, and for members that do not exist.
pub async fn invite(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<InviteRequest>,
) -> Result<Json<InvitationView>, ApiError> {
    let actor = caller.bearer.member;
    let member = request.member.unwrap_or(actor);
    Ok(Json(
        actions::invite(&app, &caller.coop.handle, actor, member).await?,
    ))
}

/// `POST /api/v1/people`: what directors decide; everybody may revoke a device of their own.
///
/// # Errors
/// [`ErrorCode::NotFound`] when the caller may not, or what is meant does not exist.
pub async fn people(
    State(app): State<App>,
    caller: Caller,
    Body(action): Body<Action>,
) -> Result<Json<ActionView>, ApiError> {
    Ok(Json(
        actions::act(&app, &caller.coop.handle, caller.bearer.member, action).await?,
    ))
}
