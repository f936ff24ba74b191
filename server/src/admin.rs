//! What the operator does from the command line. Orders go to the running relay over a socket in the data folder, which
//! only its owner can reach; when no relay runs, the command line opens the folder itself. One writer either way.

mod answer;
mod export;
mod find;
mod lists;
mod order;
mod refused;
pub mod road;

use besace_model::ids::MemberId;

use crate::app::App;
use crate::coop::Decision;
use crate::decisions::{self, DecisionRequest};
use crate::home::Tenant;
use crate::store::invitations::Inviter;
use export::export;
use find::{find, name_of, which};
use lists::{devices, members};

pub use answer::{Answer, DeviceLine, Incomplete, MemberLine};
pub use order::{Order, What};
pub use refused::{Refused, Why};

/// Carries out an order.
///
/// # Errors
/// [`Refused`] says why not.
pub async fn carry_out(app: &App, order: Order) -> Result<Answer, Refused> {
    let coop = &which(app, order.coop.as_deref()).await?;
    match order.what {
        What::Members => Ok(Answer::Members(members(coop))),
        What::Devices(who) => Ok(Answer::Devices(devices(coop, find(coop, &who)?))),
        What::Invite(who) => {
            let member = find(coop, &who)?;
            let view = decisions::invite(app, &coop.handle, Inviter::OPERATOR, member).await?;
            Ok(Answer::Invitation(name_of(coop, member), view))
        }
        What::Add {
            mut person,
            coaches,
            invited,
        } => {
            for coach in coaches {
                person.coaches.insert(find(coop, &coach)?);
            }
            let request = DecisionRequest::Add { person, invited };
            let decided = decisions::decide(app, &coop.handle, Inviter::OPERATOR, request).await?;
            Ok(match decided.invitation {
                Some(view) => Answer::Invitation(name_of(coop, view.member), view),
                None => decided.member.map_or(Answer::Done, Answer::Added),
            })
        }
        What::Change(who, changes) => {
            let member = find(coop, &who)?;
            done(coop, Decision::Change { member, changes }).await
        }
        What::Assign(coach, who, assigned) => {
            let (coach, member) = (find(coop, &coach)?, find(coop, &who)?);
            let people = coop.handle.people();
            done(coop, Decision::assign(&people, coach, member, assigned)).await
        }
        What::Revoke(device) => done(coop, Decision::RevokeDevice { device }).await,
        What::Export(folder) => export(app, coop, folder).await,
    }
}

async fn done(coop: &Tenant, decision: Decision) -> Result<Answer, Refused> {
    coop.handle.decide(MemberId::RELAY, decision).await?;
    Ok(Answer::Done)
}

#[cfg(test)]
mod tests;
