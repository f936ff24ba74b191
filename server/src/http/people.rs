//! Members and devices: who am I, invitations, and what directors decide.

use axum::Json;
use axum::extract::State;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::kind::Role;
use serde::{Deserialize, Serialize};

use super::{Body, Caller};
use crate::actions::{self, Action, ActionView, InvitationView};
use crate::app::App;
use crate::error::ApiError;

/// Who asks, and with which devices.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeView {
    coop: CoopId,
    coop_name: String,
    member: MemberId,
    name: String,
    roles: Vec<Role>,
    devices: Vec<DeviceView>,
}

/// A device of the caller's.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeviceView {
    device: DeviceId,
    is_this: bool,
    enrolled_at: i64,
    /// To the day.
    last_seen: i64,
    revoked_at: Option<i64>,
}

/// `GET /api/me`.
pub async fn me(caller: Caller) -> Json<MeView> {
    let people = caller.coop.handle.people();
    let member = people.member(caller.bearer.member);
    let devices = people
        .devices()
        .filter(|device| device.member == caller.bearer.member);
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
        devices: devices
            .map(|device| DeviceView {
                device: device.device,
                is_this: device.device == caller.bearer.device,
                enrolled_at: device.created_at.0,
                last_seen: device.last_seen.0,
                revoked_at: device.revoked_at.map(|at| at.0),
            })
            .collect(),
    })
}

/// Whom to invite.
#[derive(Debug, Deserialize)]
pub struct InviteRequest {
    /// Nobody: oneself, on a second device.
    member: Option<MemberId>,
}

/// `POST /api/invite`: oneself, or anybody when a director asks.
///
/// # Errors
/// [`besace_model::error::ErrorCode::NotFound`] for others, and for members that do not exist.
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

/// `POST /api/people`: what directors decide; everybody may revoke a device of their own.
///
/// # Errors
/// [`besace_model::error::ErrorCode::NotFound`] when the caller may not, or what is meant does not exist.
pub async fn people(
    State(app): State<App>,
    caller: Caller,
    Body(action): Body<Action>,
) -> Result<Json<ActionView>, ApiError> {
    Ok(Json(
        actions::act(&app, &caller.coop.handle, caller.bearer.member, action).await?,
    ))
}
