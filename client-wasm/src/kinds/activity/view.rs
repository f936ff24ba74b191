//! A year's activity: journal, expenses, trips, pipeline, forecast.

mod entries;

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::activity::LeadStage;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::RecordState;

pub use entries::{ActivityEntry, ExpenseRow, LeadRow, TripRow};

/// A year's activity in figures.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ActivityView {
    /// Whose.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// The year.
    pub year: u16,
    /// The years this phone holds, the latest first.
    pub years: Vec<u16>,
    /// Whether this person may write here.
    pub may_edit: bool,
    /// Whether this person reads the journal.
    pub reads_journal: bool,
    /// January to December.
    pub months: Vec<MonthTotals>,
    /// The whole year.
    pub year_totals: YearTotals,
    /// How many entries stand in each list.
    pub counts: ActivityCounts,
    /// Names the state of the document that the forecasts were read from, for [`crate::api::Intent::Do`].
    pub base: String,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MonthTotals {
    /// `YYYY-MM`.
    pub month: String,
    /// Expenses before tax, in cents.
    pub expense_net_cents: i64,
    /// Tax on expenses, in cents.
    pub expense_vat_cents: i64,
    /// Distance of trips, in metres.
    pub metres: i64,
    /// Turnover expected, in cents; `null` when nothing was said.
    pub forecast_cents: Option<i64>,
    /// Expenses and trips that are not handed in.
    pub to_submit: Vec<Ulid>,
    /// How far the forecast has travelled.
    pub forecast_state: RecordState,
}

/// A year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct YearTotals {
    /// Expenses before tax, in cents.
    pub expense_net_cents: i64,
    /// Tax on expenses, in cents.
    pub expense_vat_cents: i64,
    /// Distance of trips, in metres.
    pub metres: i64,
    /// Turnover expected, in cents.
    pub forecast_cents: i64,
    /// Leads, by stage, in the order of the stages.
    pub leads: Vec<StageTotal>,
}

/// What all leads of a stage come to.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct StageTotal {
    /// The stage.
    pub stage: LeadStage,
    /// Before tax, in cents.
    pub cents: i64,
}

/// Entries that stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ActivityCounts {
    /// Journal lines.
    pub journal: u32,
    /// Expenses.
    pub expenses: u32,
    /// Trips.
    pub trips: u32,
    /// Leads.
    pub leads: u32,
}
