//! What refers to something of another kind: who sent those who came, what an experiment taught, what a group is for. No
//! die falls but for new pages, so that the rest of the year is as it was.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::group::GroupCommand;
use besace_model::kinds::guide::{GuideCommand, GuidePageFields, GuidePart};
use besace_model::kinds::ledger::{LedgerCommand, PathStage};
use besace_model::kinds::opportunity::{ExperimentStatus, OpportunityCommand};
use besace_model::kinds::partner::{PartnerCommand, PartnerKind};
use besace_model::time::{DAY_MS, Timestamp};

use super::super::dice::Dice;
use super::super::people::People;
use super::Plan;

/// Days between the end of an experiment and its page.
const PAGE_DAYS: i64 = 6;
/// Where such pages stand: after the others.
const PAGE_RANK: i64 = 500;

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    sent(plan);
    founded(plan);
    taught(plan, dice, people.team().len() - 1);
}

/// Two of three who came were sent by a partner.
fn sent(plan: &mut Plan) {
    let said = plan.steps.iter().filter_map(|step| match &step.command {
        Command::Partner(PartnerCommand::AddPartner { id, partner }) => {
            (partner.kind == PartnerKind::Prescriber).then_some(*id)
        }
        _ => None,
    });
    let prescribers: Vec<Ulid> = said.collect();
    let paths = plan
        .steps
        .iter_mut()
        .filter_map(|step| match &mut step.command {
            Command::Ledger(LedgerCommand::AddMilestone { milestone, .. }) => {
                (milestone.stage == PathStage::Cape).then_some(milestone)
            }
            _ => None,
        });
    for (turn, milestone) in paths.enumerate().filter(|(turn, _)| turn % 3 < 2) {
        milestone.prescriber = prescribers.get(turn % prescribers.len().max(1)).copied();
    }
}

/// The first group was founded for what somebody had seen before.
fn founded(plan: &mut Plan) {
    let seen = plan.steps.iter().filter_map(|step| match &step.command {
        Command::Opportunity(OpportunityCommand::AddOpportunity { id, .. }) => Some((step.at, *id)),
        _ => None,
    });
    let seen: Vec<(Timestamp, Ulid)> = seen.collect();
    let mut steps = plan.steps.iter_mut();
    let first = steps.find_map(|step| match &mut step.command {
        Command::Group(GroupCommand::FoundGroup { group, .. }) => Some((step.at, group)),
        _ => None,
    });
    if let Some((at, group)) = first {
        let before = seen.iter().filter(|(seen_at, _)| *seen_at < at);
        group.opportunity = before.max().map(|(_, id)| *id);
    }
}

/// What was tried and stays becomes a page of the guide, but for the last, whose page waits.
fn taught(plan: &mut Plan, dice: &mut Dice, by: usize) {
    let adopted = plan.steps.iter().filter_map(|step| match &step.command {
        Command::Opportunity(OpportunityCommand::EditExperiment { id, changes }) => {
            let is_adopted = changes.status == Some(ExperimentStatus::Adopted);
            is_adopted.then(|| (step.at, *id, changes.result.clone().unwrap_or_default()))
        }
        _ => None,
    });
    let mut adopted: Vec<(Timestamp, Ulid, String)> = adopted.collect();
    adopted.sort();
    adopted.pop();
    for (rank, (ended, opportunity, body)) in (0..).zip(adopted) {
        let at = ended.plus_ms(PAGE_DAYS * DAY_MS);
        let page = GuidePageFields {
            part: GuidePart::Practice,
            title: titled(plan, opportunity),
            body,
            link: String::new(),
            rank: PAGE_RANK + rank,
            opportunity: Some(opportunity),
        };
        let id = dice.ulid(at);
        plan.add(
            at,
            by,
            Command::Guide(GuideCommand::AddGuidePage { id, page }),
        );
    }
}

fn titled(plan: &Plan, opportunity: Ulid) -> String {
    let mut steps = plan.steps.iter();
    let title = steps.find_map(|step| match &step.command {
        Command::Opportunity(OpportunityCommand::AddOpportunity {
            id,
            opportunity: said,
        }) => (*id == opportunity).then(|| said.title.clone()),
        _ => None,
    });
    title.unwrap_or_default()
}
