//! What a ledger gives: the month's accounts, what was decided, and the steps of the member's path.

use super::Given;
use crate::kinds::ledger::{DecisionStatus, Ledger, PathStage};

pub(super) fn ledger(given: &mut Given, ledger: &Ledger) {
    for (month, statement) in &ledger.statements {
        let treasury = statement.reference_cents();
        given.at(month, |month| {
            month.statements += 1;
            month.turnover_cents += statement.turnover_cents;
            month.margin_cents += statement.margin_cents();
            month.contribution_cents += statement.contribution_cents;
            month.result_cents += statement.result_cents();
            month.treasury_cents += treasury;
            month.treasuries_below_zero += i64::from(treasury < 0);
        });
    }
    for decision in ledger.decisions.values() {
        given.at(&decision.at, |month| match decision.status {
            DecisionStatus::Valid | DecisionStatus::Paid => month.lines_accepted += 1,
            DecisionStatus::Invalid => month.lines_refused += 1,
            DecisionStatus::Received => {}
        });
    }
    path(given, ledger);
}

/// Who came, went on and left.
fn path(given: &mut Given, ledger: &Ledger) {
    let mut before: Option<PathStage> = None;
    let mut has_come = false;
    for (_, milestone) in ledger.milestones() {
        let (stage, on) = (milestone.stage, milestone.on.as_str());
        if !has_come && stage.is_member() {
            has_come = true;
            given.at(on, |month| month.entries += 1);
        }
        match stage {
            PathStage::Exited if before.is_some_and(PathStage::is_member) => {
                given.at(on, |month| month.exits += 1);
            }
            PathStage::Cesa | PathStage::CdiEs if before == Some(PathStage::Cape) => {
                given.at(on, |month| month.cape_to_employed += 1);
            }
            _ => {}
        }
        before = Some(stage);
    }
}
