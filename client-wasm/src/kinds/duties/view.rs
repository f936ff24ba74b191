//! The calendar, as its screen shows it.

use besace_model::kinds::duties::{DutyFields, DutyStanding};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::Info;

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct DutyRow {
    /// The entry.
    pub info: Info,
    /// The year of its calendar.
    pub year: u16,
    /// Its fields.
    pub fields: DutyFields,
    /// The name of who answers for it; empty where nobody does.
    pub responsible_name: String,
    /// Whether that is the reader.
    pub mine: bool,
    /// How it stands today.
    pub standing: DutyStanding,
}

/// How much of a year stands how.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct DutyTotals {
    /// Whether the reader may write the calendar.
    pub may_edit: bool,
    /// Past their day, and not done.
    pub late: u32,
    /// Due soon.
    pub soon: u32,
    /// Those that have time.
    pub open: u32,
    /// Done.
    pub done: u32,
    /// Not done, and nobody answers for them.
    pub unowned: u32,
}
