//! What those see who follow all members.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::ledger::{Alert, DeadlineKind, PathStage};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::RecordState;

/// A member's months of a year.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MonthsRow {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their trade name.
    pub trade_name: String,
    /// Where they stand; `null` when nobody said.
    pub stage: Option<PathStage>,
    /// January to December.
    pub months: Vec<MonthCell>,
}

/// A member's month.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MonthCell {
    /// `YYYY-MM`.
    pub month: String,
    /// Expenses and trips that stand.
    pub lines: u32,
    /// Those that wait for a decision.
    pub to_decide: u32,
    /// Turnover of the statement; `null` without one.
    pub turnover_cents: Option<i64>,
    /// When it was closed; empty while it is open.
    pub closed_at: String,
    /// How far that has travelled; `null` when nobody said.
    pub state: Option<RecordState>,
}

/// Something due of a member.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct DeadlineRow {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What their contract makes due; `null` for an obligation.
    pub what: Option<DeadlineKind>,
    /// The obligation.
    pub obligation: Option<Ulid>,
    /// What it is, of an obligation.
    pub label: String,
    /// The day.
    pub day: String,
    /// How near it is.
    pub alert: Alert,
}
