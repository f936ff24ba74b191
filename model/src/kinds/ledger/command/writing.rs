//! What the commands about a ledger write.

use automerge::Automerge;

use super::LedgerCommand;
use crate::clean;
use crate::command::CommandError;
use crate::doc::entry;
use crate::doc::word::Words;
use crate::doc::writer::ChangeWriter;
use crate::ids::Ulid;
use crate::kinds::ledger::{
    Contract, ContractChanges, ContractKind, DecisionStatus, MilestoneChanges, ObligationChanges,
    ObligationOwner, reading, statement,
};

impl LedgerCommand {
    /// Whether a new milestone leads forward from what stands; what is none does.
    pub(super) fn leads_forward(&self, doc: &Automerge) -> bool {
        match self {
            Self::AddMilestone { milestone, .. } => {
                reading::read(doc).is_forward(milestone.stage, &milestone.on)
            }
            _ => true,
        }
    }

    pub(super) fn apply(
        &self,
        writer: &mut ChangeWriter<'_>,
        is_forward: bool,
    ) -> Result<(), CommandError> {
        match self {
            Self::AddContract { id, contract, .. } => {
                entry::add::<ContractChanges>(writer, *id, &contract.clone().into())?;
                check_contract(writer, *id)
            }
            Self::EditContract { id, changes, .. } => {
                entry::edit(writer, *id, changes)?;
                check_contract(writer, *id)
            }
            Self::AddMilestone { id, milestone, .. } => {
                entry::add::<MilestoneChanges>(writer, *id, &milestone.clone().into())?;
                if is_forward || !clean::line(&milestone.reason).is_empty() {
                    return Ok(());
                }
                let place = writer.entry("path", *id)?;
                Err(place.invalid("reason"))
            }
            Self::EditMilestone { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddObligation { id, obligation, .. } => {
                entry::add::<ObligationChanges>(writer, *id, &obligation.clone().into())
            }
            Self::EditObligation { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::TickObligation { member, id, done } => {
                let place = writer.entry("obligations", *id)?;
                let answers = ObligationOwner::parse(&writer.string(&place, "owner"));
                let is_own = writer.author() == *member && answers == Some(ObligationOwner::Member);
                let key = if is_own { "ticked_at" } else { "done_at" };
                writer.put_since(&place, key, *done)
            }
            Self::SetStatement {
                month, statement, ..
            } => statement::put(writer, month, statement),
            Self::DecideLine {
                id,
                status,
                reason,
                line_sha256,
                ..
            } => decide(writer, *id, *status, reason, line_sha256),
            Self::CloseMonth { month, closed, .. } => {
                let months = writer.top("closed")?;
                writer.put_since(&months, month, *closed)
            }
        }
    }
}

/// Days that do not go together as the law says are a slip of the finger.
fn check_contract(writer: &ChangeWriter<'_>, id: Ulid) -> Result<(), CommandError> {
    let place = writer.entry("contracts", id)?;
    let kind = ContractKind::parse(&writer.string(&place, "kind"));
    let days = ["start", "end", "trial_end"].map(|key| writer.string(&place, key));
    let days = [&*days[0], &*days[1], &*days[2]];
    Contract::check_days(kind.unwrap_or(ContractKind::OTHERWISE), days)
        .map_err(|key| place.invalid(key))
}

fn decide(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    status: DecisionStatus,
    reason: &str,
    line_sha256: &str,
) -> Result<(), CommandError> {
    let decisions = writer.top("decisions")?;
    let place = writer.open_or_make(&decisions, &id.to_string())?;
    let reason = clean::line(reason);
    if status == DecisionStatus::Invalid && reason.is_empty() {
        return Err(place.invalid("reason"));
    }
    let reason = (status == DecisionStatus::Invalid).then_some(reason.as_str());
    writer.put(&place, "status", status.as_str())?;
    writer.put_or_clear(&place, "reason", reason)?;
    writer.put(&place, "line_sha256", line_sha256)?;
    if writer.has_written() {
        let (author, now) = (writer.author().to_string(), writer.now());
        writer.put(&place, "decided_by", author.as_str())?;
        writer.put(&place, "at", now.as_str())?;
    }
    Ok(())
}
