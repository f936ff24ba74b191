//! Invitations to hand on.

use axum::Json;
use axum::extract::State;
use besace_model::ids::MemberId;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::decisions::{self, InvitationView};
use crate::error::ApiError;
use crate::http::{Body, Caller};
use crate::qr::Picture;

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
/// [`ErrorCode::NotFound`](besace_model::error::ErrorCode::NotFound) for others, and for members that do not exist.
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
