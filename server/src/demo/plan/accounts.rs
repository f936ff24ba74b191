//! What entrepreneurs write down of their business: expenses, trips, leads, forecasts, journal.

mod expenses;
mod pipeline;
mod trips;

use besace_model::command::Command;
use besace_model::kinds::journal::JournalCommand;
use besace_model::time::civil_from_days;

use super::super::dice::{Dice, date, instant};
use super::super::people::Business;
use super::super::talks::JOURNAL;
use super::Plan;
use expenses::expense;
use pipeline::{forecast, lead};
use trips::trip;

/// Expenses of a member in a month.
const EXPENSES: i64 = 9;
/// Trips of a member in a month.
const TRIPS: i64 = 5;
const MONTH_DAYS: i64 = 30;

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, by: usize, business: &Business) {
    for month in 0..12 {
        let first = plan.start + month * MONTH_DAYS + 5;
        for _ in 0..dice.between(EXPENSES - 2, EXPENSES + 2) {
            expense(plan, dice, by, business, first);
        }
        for _ in 0..dice.between(TRIPS - 2, TRIPS + 2) {
            trip(plan, dice, by, business, first);
        }
        if dice.percent(90) {
            journal(plan, dice, by, first);
        }
        if month % 3 == 0 {
            lead(plan, dice, by, business, first);
        }
        forecast(plan, dice, by, first, month);
    }
}

fn journal(plan: &mut Plan, dice: &mut Dice, by: usize, first: i64) {
    let day = first + dice.between(0, MONTH_DAYS - 1);
    let at = instant(day, 20, dice.between(0, 59));
    let text = dice.pick(&JOURNAL).to_owned();
    plan.add(
        at,
        by,
        Command::Journal(JournalCommand::AddJournalEntry {
            id: dice.ulid(at),
            date: date(day),
            text,
        }),
    );
}

/// The calendar month so many months after that of a day, as `YYYY-MM`.
fn month_after(day: i64, months: i64) -> String {
    let (year, month, _) = civil_from_days(day);
    let count = year * 12 + month - 1 + months;
    format!(
        "{:04}-{:02}",
        count.div_euclid(12),
        count.rem_euclid(12) + 1
    )
}

/// The calendar year of a day.
fn year_of(day: i64) -> u16 {
    u16::try_from(civil_from_days(day).0).unwrap_or(2000)
}
