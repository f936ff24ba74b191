//! What people spend.

use besace_model::command::Command;
use besace_model::files::FileSet;
use besace_model::ids::Ulid;
use besace_model::kind::Record;
use besace_model::kinds::activity::{
    ActivityCommand, ExpenseCategory, ExpenseChanges, ExpenseFields, ExpenseKind,
};

/// An expense of one's own.
#[must_use]
pub fn expense(id: Ulid, label: &str, cents: i64) -> Command {
    Command::Activity(ActivityCommand::AddExpense {
        id,
        expense: ExpenseFields {
            date: "2026-03-02".into(),
            category: ExpenseCategory::Meal,
            label: label.into(),
            net_cents: cents,
            vat_cents: cents / 10,
            vat_rate_bp: Some(1000),
            kind: ExpenseKind::Cash,
            receipt: None,
            files: FileSet::default(),
        },
    })
}

/// Whether a document shows an expense of that amount.
#[must_use]
pub fn has_amount(record: &Record, cents: i64) -> bool {
    matches!(record, Record::Activity(activity)
        if activity.expenses.values().any(|it| it.net_cents == cents))
}

/// Another amount for an expense.
#[must_use]
pub fn amount(id: Ulid, cents: i64) -> Command {
    Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id,
        changes: ExpenseChanges {
            net_cents: Some(cents),
            ..Default::default()
        },
    })
}
