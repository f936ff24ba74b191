//! Groups, as their screens show them.

use besace_model::ids::MemberId;
use besace_model::kinds::group::{
    Body, GroupActionFields, GroupFields, GroupSort, MandateFields, MinutesFields,
};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{Info, Person};

/// Where the reader stands with a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum InGroup {
    /// They are not in it.
    Out,
    /// They asked, and nobody agreed yet.
    Asked,
    /// They are in it.
    In,
}

/// A group in the list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GroupRow {
    /// The entry.
    pub info: Info,
    /// What it is called.
    pub name: String,
    /// What it is, as its founder says.
    pub sort: GroupSort,
    /// What it is to the cooperative; `null` for a group of members.
    pub body: Option<Body>,
    /// How many are in it.
    pub members: u32,
    /// Where the reader stands with it.
    pub mine: InGroup,
    /// Mandates that nobody holds.
    pub open_mandates: u32,
}

/// A group in full.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GroupSheet {
    /// What the list shows.
    pub row: GroupRow,
    /// Its fields.
    pub fields: GroupFields,
    /// Those who are in it, by name.
    pub members: Vec<Person>,
    /// Those who asked to be, by name.
    pub asking: Vec<Person>,
    /// Its mandates, those that nobody holds first.
    pub mandates: Vec<MandateRow>,
    /// Its minutes, the latest first.
    pub minutes: Vec<MinutesRow>,
    /// What it does: what is to be done first.
    pub actions: Vec<GroupActionRow>,
    /// Those who facilitate it, by name: a director said so.
    pub facilitators: Vec<Person>,
    /// Whether the reader may say what it is to the cooperative.
    pub may_set_body: bool,
    /// Whether the reader may ask those who are in it.
    pub may_consult: bool,
}

/// A mandate.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MandateRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: MandateFields,
    /// Those who hold it, by name.
    pub holders: Vec<Person>,
    /// Those who stand for it and do not hold it, by name.
    pub candidates: Vec<CandidateRow>,
    /// Whether the reader stands for it.
    pub mine: bool,
    /// Whether its last day is past.
    pub over: bool,
}

/// Somebody who stands for a mandate.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct CandidateRow {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Since when.
    pub at: String,
    /// Whether the reader may give it to them.
    pub may_give: bool,
}

/// Minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MinutesRow {
    /// The entry.
    pub info: Info,
    /// Their fields.
    pub fields: MinutesFields,
}

/// Something that a group does.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GroupActionRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: GroupActionFields,
    /// Who does it; empty for nobody yet.
    pub owner_name: String,
    /// Whether the reader does it.
    pub mine: bool,
    /// Whether it is done.
    pub is_done: bool,
}
