//! What is decided about people online, as it is asked for: the same for a director's app and for the operator's command
//! line. One request is one decision.

mod invitation;
mod older;
mod request;

use besace_model::ids::MemberId;

use crate::app::App;
use crate::coop::{CoopError, Decision};
use crate::store::invitations::Inviter;
use crate::writer::Handle;

pub use invitation::{InvitationView, invite, new_invitation};
pub use older::Older;
pub use request::{DecisionRequest, NewPerson};

/// What a decision came to.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Whom it made or changed, when it is a member.
    pub member: Option<MemberId>,
    /// The invitation, when one was asked for.
    pub invitation: Option<InvitationView>,
}

/// Carries out what is asked for.
///
/// # Errors
/// What the cooperative says; nothing was changed then.
pub async fn decide(
    app: &App,
    coop: &Handle,
    by: Inviter,
    request: DecisionRequest,
) -> Result<Decided, CoopError> {
    let (decision, decided) = read(app, by, request);
    coop.decide(by.member, decision).await?;
    Ok(decided)
}

/// The decision that a request is, and what it comes to once it is carried out.
fn read(app: &App, by: Inviter, request: DecisionRequest) -> (Decision, Decided) {
    let decided = |member| Decided {
        member,
        invitation: None,
    };
    match request {
        DecisionRequest::Add { person, invited } => {
            let member = MemberId(app.clock().ulid());
            let (invitation, view) = invited
                .then(|| new_invitation(app.config(), app.clock(), by, member))
                .unzip();
            let NewPerson {
                described,
                roles,
                coaches,
            } = person;
            let decision = Decision::Add {
                member,
                described,
                roles,
                coaches,
                invitation,
            };
            let decided = Decided {
                member: Some(member),
                invitation: view,
            };
            (decision, decided)
        }
        DecisionRequest::Change { member, changes } => {
            (Decision::Change { member, changes }, decided(Some(member)))
        }
        DecisionRequest::SetFacilitator {
            event,
            member,
            facilitates,
        } => {
            let decision = Decision::SetFacilitator {
                event,
                member,
                facilitates,
            };
            (decision, decided(Some(member)))
        }
        DecisionRequest::RevokeDevice { device } => {
            (Decision::RevokeDevice { device }, decided(None))
        }
        DecisionRequest::Older(older) => read(app, by, older.into()),
    }
}
