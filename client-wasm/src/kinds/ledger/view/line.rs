//! An expense or a trip, as those see it who decide on it; and how far it has come, as its member does.

use besace_model::ids::MemberId;
use besace_model::kinds::activity::{ExpenseFields, TripFields};
use besace_model::kinds::ledger::{DecisionStatus, LineState};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{ConflictView, FileRef, Info, RecordState};

/// An expense or a trip of somebody.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct LineRow {
    /// The entry.
    pub info: Info,
    /// Whose.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// The year that it is filed under.
    pub year: u16,
    /// What it is.
    pub what: LineWhat,
    /// Where its files are asked for.
    pub files: Vec<FileRef>,
    /// How far it has come.
    pub standing: LineStanding,
    /// Names what it says now, for the command that decides on it.
    pub line_sha256: String,
    /// Whether the reader may decide on it.
    pub may_decide: bool,
}

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(tag = "type", rename_all = "camelCase")]
pub enum LineWhat {
    /// An expense.
    Expense(ExpenseFields),
    /// A trip.
    Trip(TripFields),
}

/// How far a line has come.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct LineStanding {
    /// How far.
    pub state: LineState,
    /// Whether it was changed since it was decided.
    pub changed: bool,
    /// When it was handed in; empty when it was not.
    pub submitted_at: String,
    /// What was decided last; `null` when nothing was.
    pub status: Option<DecisionStatus>,
    /// Why it was refused last; empty when it was not.
    pub reason: String,
    /// Who decided.
    pub decided_by: String,
    /// When; empty when nobody did.
    pub decided_at: String,
    /// How far the decision has travelled; `null` when there is none.
    pub travelled: Option<RecordState>,
    /// What was decided differently in two places at once.
    pub conflicts: Vec<ConflictView>,
}
