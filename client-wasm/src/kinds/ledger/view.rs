//! Ledgers, as their screens show them.

mod all;
mod line;

use besace_model::ids::MemberId;
use besace_model::kinds::ledger::{
    Alert, ContractFields, DeadlineKind, MilestoneFields, ObligationFields, PathStage,
};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::today::Pressing;
use crate::view::{ConflictView, Info, RecordState};

pub use all::{DeadlineRow, MonthCell, MonthsRow};
pub use line::{LineRow, LineStanding, LineWhat};

/// A member's frame at a glance.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct LedgerSheet {
    /// Whose.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether it is the reader's own.
    pub mine: bool,
    /// Whether the reader writes contracts, statements and obligations.
    pub may_edit: bool,
    /// Where the member stands; `null` when nobody said.
    pub stage: Option<PathStage>,
    /// Since when; empty when nobody said.
    pub since: String,
    /// The stages of the path, the last first.
    pub path: Vec<MilestoneRow>,
    /// The contract in force, then the others, the last first.
    pub contracts: Vec<ContractRow>,
    /// What the contract makes due, the next first.
    pub deadlines: Vec<DeadlineView>,
    /// The last statement.
    pub statement: Option<StatementRow>,
    /// Obligations that are open.
    pub open_obligations: u32,
}

/// A stage of the path.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MilestoneRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: MilestoneFields,
    /// The name of the partner who sent the member, where the reader may read it.
    pub prescriber_name: String,
}

/// A contract.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ContractRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: ContractFields,
    /// Whether it is the one in force.
    pub in_force: bool,
}

/// Something that a contract makes due.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct DeadlineView {
    /// What.
    pub what: DeadlineKind,
    /// The day.
    pub day: String,
    /// How near it is.
    pub alert: Alert,
}

/// Something to be done by a day.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ObligationRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: ObligationFields,
    /// When it was met; empty while it is not.
    pub done_at: String,
    /// How pressing it is while it is open.
    pub pressing: Pressing,
    /// Whether the reader may say that it is met.
    pub may_tick: bool,
}

/// A month's statement, with what is reckoned from it.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct StatementRow {
    /// `YYYY-MM`.
    pub month: String,
    /// How far it has travelled.
    pub state: RecordState,
    /// Fields that two people wrote at once.
    pub conflicts: Vec<ConflictView>,
    /// Names the state of the document that it was read from, for [`crate::api::Intent::Do`].
    pub base: String,
    /// Whether the reader may change it.
    pub may_edit: bool,
    /// The day that the accounts were read on.
    pub as_of: String,
    /// Cash of the day.
    pub cash_cents: i64,
    /// Taxes and social charges due.
    pub charges_cents: i64,
    /// Suppliers to pay.
    pub suppliers_cents: i64,
    /// Salaries to pay.
    pub salaries_cents: i64,
    /// What is left of these: the treasury of reference.
    pub reference_cents: i64,
    /// What customers are to pay.
    pub customers_cents: i64,
    /// Expense notes to reimburse.
    pub notes_cents: i64,
    /// The treasury to come.
    pub future_cents: i64,
    /// Turnover.
    pub turnover_cents: i64,
    /// Direct purchases.
    pub purchases_cents: i64,
    /// Other direct expenses.
    pub expenses_cents: i64,
    /// Margin.
    pub margin_cents: i64,
    /// Contribution to the cooperative.
    pub contribution_cents: i64,
    /// The contribution by the rule of the contract in force; `null` without a contract.
    pub contribution_due_cents: Option<i64>,
    /// What the pay costs.
    pub payroll_cents: i64,
    /// Result.
    pub result_cents: i64,
    /// When the month was closed; empty while it is open.
    pub closed_at: String,
}
