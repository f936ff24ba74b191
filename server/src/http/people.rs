//! Members and devices: who am I, invitations, and what directors see and decide.

mod devices;
mod invitations;
mod list;
mod me;

use axum::Json;
use axum::extract::State;
use besace_model::ids::MemberId;
use serde::Serialize;

use super::{Body, Caller};
use crate::app::App;
use crate::decisions::{self, Decided, DecisionRequest};
use crate::error::ApiError;

pub use devices::{DeviceView, DevicesView, devices, invite_device, revoke_device};
pub use invitations::{InvitationAnswer, InviteRequest, invite};
pub use list::{PeopleView, PersonView, list};
pub use me::{MeView, me};

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
/// [`ErrorCode::NotFound`](besace_model::error::ErrorCode::NotFound) when the caller may not, or what is meant does not
/// exist.
pub async fn people(
    State(app): State<App>,
    caller: Caller,
    Body(request): Body<DecisionRequest>,
) -> Result<Json<DecidedView>, ApiError> {
    let decided = decisions::decide(&app, &caller.coop.handle, caller.inviter(), request).await?;
    Ok(Json(decided.into()))
}
