//! The entries of an activity.

use besace_model::kinds::activity::{ExpenseFields, LeadFields, TripFields};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::kinds::journal::JournalRow;
use crate::kinds::ledger::LineStanding;
use crate::view::{FileRef, Info};

/// An expense.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ExpenseRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: ExpenseFields,
    /// Where its files are asked for.
    pub files: Vec<FileRef>,
    /// How far it has come.
    pub standing: LineStanding,
}

/// A trip.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct TripRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: TripFields,
    /// How far it has come.
    pub standing: LineStanding,
}

/// A lead.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct LeadRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: LeadFields,
    /// Open, and its date is past.
    pub late: bool,
}

/// One entry of an activity.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(tag = "type", rename_all = "camelCase")]
pub enum ActivityEntry {
    /// A journal line.
    Journal(JournalRow),
    /// An expense.
    Expense(ExpenseRow),
    /// A trip.
    Trip(TripRow),
    /// A lead.
    Lead(LeadRow),
}
