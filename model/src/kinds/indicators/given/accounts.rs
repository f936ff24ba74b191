//! What a ledger gives: the month's accounts, what was decided, and the member's path.

use super::{Given, month_of};
use crate::kinds::ledger::{DecisionStatus, Ledger, PathStage};
use crate::time::{days_from_civil, days_from_date};

/// A cohort is looked at again after so many months.
const COHORT_MONTHS: i64 = 36;

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

/// Who came, went on and left; and, for each month that the ledger has come to, where the member stands at its end.
fn path(given: &mut Given, ledger: &Ledger) {
    let stages = ledger.milestones();
    let mut before: Option<PathStage> = None;
    let mut entry = None;
    for (_, milestone) in &stages {
        let (stage, on) = (milestone.stage, milestone.on.as_str());
        if entry.is_none() && stage.is_member() {
            entry = Some(on);
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
    let last = stages.iter().filter_map(|(_, one)| month_of(&one.on)).max();
    let last = last.max(ledger.statements.keys().max().cloned());
    let months = entry.and_then(month_of).and_then(|entry| count(&entry));
    let (Some(first), Some(last)) = (months, last.and_then(|month| count(&month))) else {
        return;
    };
    for month in first..=last {
        let stage = ledger.stage(&last_day(month)).map(|it| it.stage);
        given.at(&written(month), |figures| {
            match stage {
                Some(PathStage::Cape) => figures.members_cape += 1,
                Some(PathStage::Cesa | PathStage::CdiEs) => figures.members_employed += 1,
                Some(PathStage::Associate) => figures.members_associate += 1,
                _ => {}
            }
            if month == first + COHORT_MONTHS {
                figures.cohort_36 += 1;
                figures.retained_36 += i64::from(stage.is_some_and(PathStage::is_member));
                figures.associates_36 += i64::from(stage == Some(PathStage::Associate));
            }
        });
    }
}

/// A month as a number: months that follow each other have numbers that do.
fn count(month: &str) -> Option<i64> {
    days_from_date(&format!("{month}-01"))?;
    Some(month.get(..4)?.parse::<i64>().ok()? * 12 + month.get(5..)?.parse::<i64>().ok()? - 1)
}

fn written(count: i64) -> String {
    format!(
        "{:04}-{:02}",
        count.div_euclid(12),
        count.rem_euclid(12) + 1
    )
}

fn last_day(count: i64) -> String {
    let next = days_from_civil(
        (count + 1).div_euclid(12),
        (count + 1).rem_euclid(12) + 1,
        1,
    );
    let (year, month, day) = crate::time::civil_from_days(next - 1);
    format!("{year:04}-{month:02}-{day:02}")
}
