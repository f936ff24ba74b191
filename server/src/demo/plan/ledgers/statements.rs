//! Twelve months of accounts of each member, whose sums are those of the contract's rule; and the closing of months.

use besace_model::command::Command;
use besace_model::kinds::ledger::{ContractFields, ContractKind, LedgerCommand, StatementChanges};
use besace_model::time::{civil_from_days, days_from_civil};

use super::Subject;
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::plan::Plan;

/// The day of the next month on which accounts are read.
const READ_ON: i64 = 9;
/// Months that stay open, the last first.
const OPEN_MONTHS: i64 = 2;
/// One in so many has a treasury below zero.
const RED: usize = 14;
/// What is left of a euro of pay once the employer has paid.
const PAY_BP: i64 = 15_500;
const WHOLE_BP: i64 = 10_000;

pub(super) fn year(
    plan: &mut Plan,
    dice: &mut Dice,
    subject: &Subject<'_>,
    contract: &ContractFields,
) {
    let usual = dice.between(9, 34) * 10_000;
    let is_red = subject.by % RED == 3;
    let mut cash = if is_red {
        -dice.between(200, 900) * 100
    } else {
        dice.between(10, 60) * 10_000
    };
    let (year, month, _) = civil_from_days(plan.today);
    let count = year * 12 + month - 1;
    for back in (1..=12).rev() {
        let first = first_of(count - back);
        let last = first_of(count - back + 1) - 1;
        let name = date(first)[..7].to_owned();
        let turnover = usual * dice.between(40, 160) / 100;
        let purchases = turnover * dice.between(5, 25) / 100;
        let expenses = turnover * dice.between(4, 12) / 100;
        let margin = turnover - purchases - expenses;
        let is_exempt = *name
            <= contract.contribution_exempt_until
                [..contract.contribution_exempt_until.len().min(7)];
        let contribution = if is_exempt {
            0
        } else {
            (margin * contract.contribution_rate_bp + WHOLE_BP / 2) / WHOLE_BP
                + contract.contribution_fixed_cents
        };
        let payroll = match contract.kind {
            ContractKind::Cape => 0,
            _ => contract.fixed_pay_cents * PAY_BP / WHOLE_BP,
        };
        let result = margin - contribution - payroll;
        // Who is in the red stays there: their customers pay late.
        cash += if is_red {
            result.min(0) / 4
        } else {
            result / 2
        };
        let statement = StatementChanges {
            as_of: Some(date(last)),
            cash_cents: Some(cash),
            charges_cents: Some(payroll * 3 / 10),
            suppliers_cents: Some(purchases / 3),
            salaries_cents: Some(payroll * 7 / 10),
            customers_cents: Some(turnover * dice.between(20, 70) / 100),
            notes_cents: Some(expenses / 2),
            turnover_cents: Some(turnover),
            purchases_cents: Some(purchases),
            expenses_cents: Some(expenses),
            contribution_cents: Some(contribution),
            payroll_cents: Some(payroll),
        };
        let at = instant(working_day(last + READ_ON), 11, dice.between(0, 59));
        let member = subject.member;
        let set = LedgerCommand::SetStatement {
            member,
            month: name.clone(),
            statement,
        };
        plan.add(at, subject.finance, Command::Ledger(set));
        if back > OPEN_MONTHS {
            let close = LedgerCommand::CloseMonth {
                member,
                month: name,
                closed: true,
            };
            let at = instant(working_day(last + 2 * READ_ON), 16, dice.between(0, 59));
            plan.add(at, subject.finance, Command::Ledger(close));
        }
    }
}

/// The first day of a month, counted from the year 0.
fn first_of(count: i64) -> i64 {
    days_from_civil(count.div_euclid(12), count.rem_euclid(12) + 1, 1)
}
