//! The team's board, as its screen shows it.

use besace_model::kinds::team_board::{CoverFields, TeamTaskFields, WeekNoteFields};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::Info;

/// A task of the team.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct TeamTaskRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: TeamTaskFields,
    /// The name of who does it; empty where nobody does.
    pub owner_name: String,
    /// Whether that is the reader.
    pub mine: bool,
    /// Not done, and its day is past.
    pub late: bool,
}

/// Somebody is away.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct CoverRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: CoverFields,
    /// The name of who is away.
    pub away_name: String,
    /// The name of who stands in for them.
    pub backup_name: String,
    /// Whether it is so today.
    pub now: bool,
    /// Whether it is over.
    pub over: bool,
}

/// A note of a week.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct WeekNoteRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: WeekNoteFields,
}
