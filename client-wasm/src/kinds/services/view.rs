//! The account of shared services, as its screen shows it.

use besace_model::ids::Ulid;
use besace_model::kinds::services::{ServiceAccountFields, ServiceLineFields, ServiceTotals};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::Info;

/// The account of a year.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ServicesView {
    /// The identifier of what it says of itself, also while it says nothing.
    pub account_id: Ulid,
    /// What it says of itself; `null` while nobody said anything.
    pub account: Option<ServiceAccountRow>,
    /// Its lines: what comes in, then what it costs, in the order of the closed list and the largest first.
    pub lines: Vec<ServiceLineRow>,
    /// What comes in and what it costs.
    pub totals: ServiceTotals,
    /// The same of the year before; `null` where there is no account.
    pub before: Option<ServiceTotals>,
    /// What members contributed by their statements, as far as the reader may see it.
    pub stated_cents: Option<i64>,
    /// Whether the reader may write it.
    pub may_edit: bool,
}

/// What an account says of itself.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ServiceAccountRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: ServiceAccountFields,
    /// Whether a line was changed after the account was settled.
    pub changed_since: bool,
}

/// A line of the account.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ServiceLineRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: ServiceLineFields,
    /// Whether it pays for the services; otherwise it is one.
    pub income: bool,
}
