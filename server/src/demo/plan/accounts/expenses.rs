//! Expenses and when they are written down.

use besace_model::command::Command;
use besace_model::files::FileSet;
use besace_model::kinds::activity::{
    ActivityCommand, ExpenseCategory, ExpenseFields, ExpenseKind, ReceiptState,
};

use super::MONTH_DAYS;
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::people::Business;
use crate::demo::plan::Plan;
use crate::demo::sectors::COMMON;

/// Most receipts are captured the same day, some the Friday after.
pub(super) fn written(dice: &mut Dice, day: i64) -> (i64, i64, i64) {
    let late = if dice.percent(30) {
        dice.between(1, 6)
    } else {
        0
    };
    (day + late, dice.between(8, 19), dice.between(0, 59))
}

pub(super) fn expense(
    plan: &mut Plan,
    dice: &mut Dice,
    by: usize,
    business: &Business,
    first: i64,
) {
    let day = working_day(first + dice.between(0, MONTH_DAYS - 1));
    let list = if dice.percent(45) {
        COMMON
    } else {
        business.sector.purchases
    };
    let (category, label, low, high, vat_rate_bp) = dice.pick(list);
    let net_cents = dice.between(low * 100, high * 100);
    let (day_written, hour, minute) = written(dice, day);
    let at = instant(day_written, hour, minute);
    let is_purchase = category == ExpenseCategory::Materials && dice.percent(60);
    let expense = ExpenseFields {
        date: date(day),
        category,
        label: label.to_owned(),
        net_cents,
        vat_cents: (net_cents * vat_rate_bp + 5_000) / 10_000,
        vat_rate_bp: Some(vat_rate_bp),
        kind: if is_purchase {
            ExpenseKind::Purchase
        } else {
            ExpenseKind::Cash
        },
        receipt: Some(receipt(net_cents)),
        files: FileSet::default(),
    };
    plan.add(
        at,
        by,
        Command::Activity(ActivityCommand::AddExpense {
            id: dice.ulid(at),
            expense,
        }),
    );
}

/// Where a receipt is: one in twelve is lost, a few wait in a bag.
fn receipt(net_cents: i64) -> ReceiptState {
    match net_cents % 12 {
        0 => ReceiptState::Missing,
        1 | 2 => ReceiptState::Kept,
        _ => ReceiptState::HandedIn,
    }
}
