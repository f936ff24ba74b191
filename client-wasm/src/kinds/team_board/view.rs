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
    /// What it opens to who stands in.
    pub access: CoverAccess,
    /// How many members who is away accompanies.
    pub accompanied: u32,
}

/// What an absence opens to who stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum CoverAccess {
    /// Nothing: one of them accompanies nobody, or it is over.
    Nothing,
    /// What who is away reads and writes of those whom they accompany, from its first day on.
    Coming,
    /// The same, and the relay says that it is open.
    Open,
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
