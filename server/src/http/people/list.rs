//! Everybody, as directors see them.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use besace_model::access::Role;
use besace_model::error::ErrorCode;
use besace_model::ids::MemberId;
use besace_model::kinds::directory::Stage;
use besace_model::time::Timestamp;
use serde::Serialize;

use super::devices::DeviceView;
use crate::app::App;
use crate::coop::Member;
use crate::error::ApiError;
use crate::http::Caller;

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
             ..
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
