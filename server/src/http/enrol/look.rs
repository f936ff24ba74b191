//! What an invitation is, before it is spent.

use axum::Json;
use axum::extract::State;
use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, MemberId};
use serde::{Deserialize, Serialize};

use super::{name_of, read, unknown};
use crate::app::App;
use crate::coop::CoopError;
use crate::error::ApiError;
use crate::http::{Body, Peer};

/// What the app asks before it spends an invitation.
#[derive(Debug, Deserialize)]
pub struct LookRequest {
    /// The invitation, from its link or typed.
    secret: String,
}

/// Whom an invitation is for.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LookView {
    /// The cooperative.
    coop: CoopId,
    /// Its name.
    coop_name: String,
    /// The member.
    member: MemberId,
    /// Their name.
    member_name: String,
}

/// `POST /api/v1/enrolments/look`: what an invitation is, before it is spent. Whoever holds its secret may spend it, so
/// nothing is told here that they could not learn.
///
/// # Errors
/// Those of [`enrol`](super::enrol()) about invitations.
pub async fn look(
    State(app): State<App>,
    Peer(peer): Peer,
    Body(request): Body<LookRequest>,
) -> Result<Json<LookView>, ApiError> {
    let secret = read(&app, peer, &request.secret)?;
    for id in app.inviting(&secret.digest()) {
        let Some(coop) = app.coop(id).await? else {
            continue;
        };
        match coop
            .handle
            .invited(secret.digest(), app.clock().now())
            .await
        {
            Ok(member) if coop.handle.people().active(member).is_none() => {
                return Err(ErrorCode::InvitationUsed.into());
            }
            Ok(member) => {
                return Ok(Json(LookView {
                    coop: coop.handle.coop(),
                    coop_name: coop.name.to_string(),
                    member,
                    member_name: name_of(&coop, member),
                }));
            }
            Err(CoopError::BadInvitation) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(unknown(&app, peer).await)
}
