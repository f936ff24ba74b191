//! Expenses and trips handed in, accepted, refused, corrected and reimbursed. Of the entrepreneur with a link the whole
//! year is told; of the others the last months, for a year of all would make half of what there is.

use std::collections::BTreeMap;

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::activity::{ActivityCommand, Expense, ExpenseChanges, Trip};
use besace_model::kinds::ledger::{DecisionStatus, LedgerCommand};
use besace_model::record::Entry;
use besace_model::time::{DAY_MS, Timestamp, days_from_date};

use super::Subject;
use crate::demo::dice::{Dice, instant, working_day};
use crate::demo::guests::GUESTS;
use crate::demo::plan::Plan;

/// Days of which the lines of everybody are told.
const TOLD_DAYS: i64 = 50;
/// Days after its date on which a line is handed in, decided and paid.
const HANDED_IN: i64 = 9;
const DECIDED: i64 = 16;
const PAID: i64 = 26;

const REASONS: [&str; 4] = [
    "Le justificatif ne se lit pas.",
    "Le taux de TVA ne correspond pas au ticket.",
    "Cette dépense ne semble pas liée à l’activité\u{a0}: pouvez-vous préciser\u{a0}?",
    "Déjà saisie le mois dernier.",
];

/// A line as it was written down.
pub(super) struct Line {
    year: u16,
    id: Ulid,
    day: i64,
    at: Timestamp,
    /// What it says, an expense or a trip.
    said: Said,
}

enum Said {
    Expense(Box<Expense>),
    Trip(Box<Trip>),
}

impl Said {
    fn digest(&self) -> String {
        match self {
            Self::Expense(it) => it.digest(),
            Self::Trip(it) => it.digest(),
        }
    }
}

/// The lines that are told of, by whoever wrote them.
pub(super) fn written(plan: &Plan) -> BTreeMap<usize, Vec<Line>> {
    let mut all: BTreeMap<usize, Vec<Line>> = BTreeMap::new();
    for step in &plan.steps {
        let (id, said, date) = match &step.command {
            Command::Activity(ActivityCommand::AddExpense { id, expense }) => {
                let said = Expense {
                    entry: Entry::default(),
                    date: expense.date.clone(),
                    category: expense.category,
                    label: expense.label.clone(),
                    net_cents: expense.net_cents,
                    vat_cents: expense.vat_cents,
                    vat_rate_bp: expense.vat_rate_bp,
                    kind: expense.kind,
                    receipt: expense.receipt,
                    files: expense.files.clone(),
                };
                (*id, Said::Expense(Box::new(said)), &expense.date)
            }
            Command::Activity(ActivityCommand::AddTrip { id, trip }) => {
                let said = Trip {
                    entry: Entry::default(),
                    date: trip.date.clone(),
                    from: trip.from.clone(),
                    to: trip.to.clone(),
                    metres: trip.metres,
                    vehicle: trip.vehicle,
                    purpose: trip.purpose.clone(),
                };
                (*id, Said::Trip(Box::new(said)), &trip.date)
            }
            _ => continue,
        };
        let day = days_from_date(date).unwrap_or_default();
        let is_guest = GUESTS.iter().any(|(guest, _)| *guest == step.by);
        if is_guest || day >= plan.today - TOLD_DAYS {
            all.entry(step.by).or_default().push(Line {
                year: date[..4].parse().unwrap_or_default(),
                id,
                day,
                at: step.at,
                said,
            });
        }
    }
    all
}

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, subject: &Subject<'_>, lines: Vec<Line>) {
    for line in lines {
        let (year, id) = (line.year, line.id);
        let submit = ActivityCommand::SubmitLine {
            year,
            id,
            submitted: true,
        };
        let handed_in = on(dice, line.day + HANDED_IN).max(line.at.plus_ms(60_000));
        plan.add(handed_in, subject.by, Command::Activity(submit));
        let decided = on(dice, line.day + DECIDED).max(handed_in.plus_ms(DAY_MS));
        let is_refused = dice.percent(6);
        let status = if is_refused {
            DecisionStatus::Invalid
        } else {
            DecisionStatus::Valid
        };
        let reason = if is_refused { dice.pick(&REASONS) } else { "" };
        decide(plan, subject, &line, decided, status, reason);
        let paid = on(dice, line.day + PAID).max(decided.plus_ms(2 * DAY_MS));
        if !is_refused {
            decide(plan, subject, &line, paid, DecisionStatus::Paid, "");
        } else if let Said::Expense(expense) = &line.said
            && dice.percent(60)
        {
            // Corrected as asked, and to be decided anew.
            let changes = ExpenseChanges {
                label: Some(format!("{} (ticket joint)", expense.label)),
                ..ExpenseChanges::default()
            };
            let edit = ActivityCommand::EditExpense { year, id, changes };
            let corrected = decided.plus_ms(dice.between(1, 3) * DAY_MS);
            plan.add(corrected, subject.by, Command::Activity(edit));
        }
    }
}

fn on(dice: &mut Dice, day: i64) -> Timestamp {
    instant(working_day(day), dice.between(9, 17), dice.between(0, 59))
}

fn decide(
    plan: &mut Plan,
    subject: &Subject<'_>,
    line: &Line,
    at: Timestamp,
    status: DecisionStatus,
    reason: &str,
) {
    if at > plan.until {
        return;
    }
    let decide = LedgerCommand::DecideLine {
        member: subject.member,
        id: line.id,
        status,
        reason: reason.to_owned(),
        line_sha256: line.said.digest(),
    };
    plan.add(at, subject.finance, Command::Ledger(decide));
}
