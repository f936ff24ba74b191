//! Members and devices: who am I, invitations, and what directors see and decide.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use besace_model::access::Role;
use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::kinds::directory::Stage;
use besace_model::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Body, Caller};
use crate::app::App;
use crate::coop::Member;
use crate::decisions::{self, Decided, DecisionRequest, InvitationView};
use crate::error::ApiError;
use crate::qr::Picture;
use crate::store::people::DeviceEntry;

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
    Json(DevicesView {
        devices: own
            .map(|device| DeviceView::new(device, caller.bearer.device))
            .collect(),
    })
}

impl DeviceView {
    fn new(device: &DeviceEntry, asking: DeviceId) -> Self {
        Self {
            device: device.device,
            name: device.name.clone(),
            enrolled_at: device.created_at.rfc3339(),
            last_contact_at: device.last_seen.rfc3339(),
            current: device.device == asking,
        }
    }
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

/// Everybody, as directors see them.
#[derive(Debug, Serialize)]
pub struct PeopleView {
    people: Vec<PersonView>,
}

/// A member, as directors see them.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    member: MemberId,
    name: String,
    status: &'static str,
    roles: Vec<Role>,
    branch: String,
    stage: Option<Stage>,
    associate: bool,
    coaches: Vec<MemberId>,
    /// Those that are not revoked.
    devices: Vec<DeviceView>,
    /// Until when an invitation is open; none when there is none.
    invited_until: Option<String>,
}

/// `GET /api/v1/people`: directors see everybody, those who left included.
///
/// # Errors
/// [`ErrorCode::NotFound`] for everybody else.
pub async fn list(State(app): State<App>, caller: Caller) -> Result<Json<PeopleView>, ApiError> {
    let people = caller.coop.handle.people();
    people
        .active(caller.bearer.member)
        .filter(|caller| caller.grants.has(Role::Director))
        .ok_or(ErrorCode::NotFound)?;
    let now = app.clock().now();
    let mut devices: BTreeMap<MemberId, Vec<DeviceView>> = BTreeMap::new();
    for device in people.devices().filter(|it| it.revoked_at.is_none()) {
        let of_one = devices.entry(device.member).or_default();
        of_one.push(DeviceView::new(device, caller.bearer.device));
    }
    let people = people.members().map(
        |Member {
             row,
             grants,
             coaches,
             invited_until,
         }| PersonView {
            member: row.member,
            name: row.name.clone(),
            status: row.status.as_str(),
            roles: grants.roles.iter().copied().collect(),
            branch: row.branch.clone(),
            stage: row.stage,
            associate: row.associate,
            coaches: coaches.iter().copied().collect(),
            devices: devices.remove(&row.member).unwrap_or_default(),
            invited_until: invited_until
                .filter(|until| *until > now)
                .map(Timestamp::rfc3339),
        },
    );
    Ok(Json(PeopleView {
        people: people.collect(),
    }))
}

/// An invitation to hand on, with its link as a picture.
#[derive(Debug, Serialize)]
pub struct InvitationAnswer {
    #[serde(flatten)]
    invitation: InvitationView,
    /// Left out when the link is too long for one.
    qr: Option<Picture>,
}

impl From<InvitationView> for InvitationAnswer {
    fn from(invitation: InvitationView) -> Self {
        let qr = Picture::of(&invitation.link);
        Self { invitation, qr }
    }
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
) -> Result<Json<InvitationAnswer>, ApiError> {
    let by = caller.inviter();
    let member = request.member.unwrap_or(by.member);
    let invitation = decisions::invite(&app, &caller.coop.handle, by, member).await?;
    Ok(Json(invitation.into()))
}

/// What a decision came to.
#[derive(Debug, Serialize)]
pub struct DecidedView {
    /// Whom it made or changed, when it is a member.
    member: Option<MemberId>,
    /// When one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    invitation: Option<InvitationAnswer>,
}

impl From<Decided> for DecidedView {
    fn from(decided: Decided) -> Self {
        Self {
            member: decided.member,
            invitation: decided.invitation.map(InvitationAnswer::from),
        }
    }
}

/// `POST /api/v1/people`: what directors decide; everybody may revoke a device of their own.
///
/// # Errors
/// [`ErrorCode::NotFound`] when the caller may not, or what is meant does not exist.
pub async fn people(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<DecisionRequest>,
) -> Result<Json<DecidedView>, ApiError> {
    let decided = decisions::decide(&app, &caller.coop.handle, caller.inviter(), request).await?;
    Ok(Json(decided.into()))
}
