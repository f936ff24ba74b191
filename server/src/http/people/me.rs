//! Who asks, as they are told themselves.

use axum::Json;
use besace_model::access::Role;
use besace_model::ids::{CoopId, MemberId};
use serde::Serialize;

use crate::http::Caller;

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
