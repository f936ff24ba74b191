//! What entrepreneurs write down of their business: expenses, trips, leads, forecasts, journal.

use besace_model::command::Command;
use besace_model::kinds::activity::{
    ActivityCommand, ExpenseCategory, ExpenseFields, ExpenseKind, LeadFields, LeadStage,
    TripFields, Vehicle,
};
use besace_model::kinds::journal::JournalCommand;
use besace_model::time::civil_from_days;

use super::super::dice::{Dice, date, instant, working_day};
use super::super::people::Business;
use super::super::sectors::COMMON;
use super::super::talks::JOURNAL;
use super::{Plan, STALE_DAYS};

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

/// Most receipts are captured the same day, some the Friday after.
fn written(dice: &mut Dice, day: i64) -> (i64, i64, i64) {
    let late = if dice.percent(30) {
        dice.between(1, 6)
    } else {
        0
    };
    (day + late, dice.between(8, 19), dice.between(0, 59))
}

fn expense(plan: &mut Plan, dice: &mut Dice, by: usize, business: &Business, first: i64) {
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

fn trip(plan: &mut Plan, dice: &mut Dice, by: usize, business: &Business, first: i64) {
    let day = working_day(first + dice.between(0, MONTH_DAYS - 1));
    let (to, metres) = dice.pick(&TOWNS[business.branch]);
    let (day_written, hour, minute) = written(dice, day);
    let at = instant(day_written, hour, minute);
    let vehicle = match dice.between(1, 10) {
        1 => Vehicle::Bicycle,
        2 | 3 => Vehicle::ElectricCar,
        _ => Vehicle::Car,
    };
    let trip = TripFields {
        date: date(day),
        from: HOMES[business.branch].to_owned(),
        to: to.to_owned(),
        metres: metres + dice.between(-400, 900),
        vehicle,
        purpose: dice.pick(business.sector.trips).to_owned(),
    };
    plan.add(
        at,
        by,
        Command::Activity(ActivityCommand::AddTrip {
            id: dice.ulid(at),
            trip,
        }),
    );
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

fn lead(plan: &mut Plan, dice: &mut Dice, by: usize, business: &Business, first: i64) {
    let day = working_day(first + dice.between(0, 20));
    let at = instant(day, 11, dice.between(0, 59));
    let stage = dice.pick(&[
        LeadStage::Lead,
        LeadStage::QuoteSent,
        LeadStage::Won,
        LeadStage::Won,
        LeadStage::Lost,
    ]);
    let due = working_day(day + dice.between(10, 40));
    // Nobody keeps a lead in the pipeline for months after its date.
    let stage = match stage {
        LeadStage::Lead | LeadStage::QuoteSent if due < plan.today - STALE_DAYS => LeadStage::Lost,
        stage => stage,
    };
    let lead = LeadFields {
        title: dice.pick(business.sector.jobs).to_owned(),
        contact: dice.pick(business.sector.clients).to_owned(),
        amount_cents: dice.between(4, 62) * 10_000,
        stage,
        next_step: dice
            .pick(&[
                "Relancer par téléphone",
                "Envoyer le devis",
                "Rencontre sur place",
                "Attendre la décision du conseil",
            ])
            .to_owned(),
        due: date(due),
    };
    plan.add(
        at,
        by,
        Command::Activity(ActivityCommand::AddLead {
            year: year_of(day),
            id: dice.ulid(at),
            lead,
        }),
    );
}

/// What is hoped for the month after: calendar months, each once. Steps of thirty days would meet one of them twice.
fn forecast(plan: &mut Plan, dice: &mut Dice, by: usize, first: i64, index: i64) {
    let at = instant(working_day(first), 18, dice.between(0, 59));
    plan.add(
        at,
        by,
        Command::Activity(ActivityCommand::SetForecast {
            month: month_after(plan.start, index + 1),
            cents: dice.between(8, 42) * 10_000,
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

/// Where members of each branch set out from.
const HOMES: [&str; 3] = ["Quimper", "Pleyben", "Douarnenez"];

/// Where they go, and how far it is.
const TOWNS: [[(&str, i64); 5]; 3] = [
    [
        ("Concarneau", 24_300),
        ("Briec", 16_100),
        ("Ergué-Gabéric", 7_200),
        ("Brest", 71_500),
        ("Rosporden", 22_800),
    ],
    [
        ("Châteaulin", 10_900),
        ("Carhaix", 40_200),
        ("Quimper", 33_700),
        ("Brasparts", 11_600),
        ("Châteauneuf-du-Faou", 15_300),
    ],
    [
        ("Audierne", 23_100),
        ("Pont-l’Abbé", 31_400),
        ("Quimper", 23_600),
        ("Le Guilvinec", 38_900),
        ("Locronan", 10_400),
    ],
];
