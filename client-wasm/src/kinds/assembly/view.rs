//! Assemblies, as their screens show them.

use besace_model::ids::MemberId;
use besace_model::kinds::assembly::{
    AgendaFields, AssemblyDocumentFields, AssemblyFields, AssemblyStatus, ResolutionFields,
};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{Info, Person};

/// An assembly in the list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AssemblyRow {
    /// The entry.
    pub info: Info,
    /// What it is called.
    pub title: String,
    /// When it starts.
    pub starts_at: String,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub status: AssemblyStatus,
    /// Whether it is past, and nobody said that it was held.
    pub over: bool,
}

/// Whether the notice of an assembly came in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum Notice {
    /// It was sent in time.
    Sent,
    /// It is not sent yet, and there is time.
    ToCome,
    /// It is not sent, and it is late.
    Missing,
    /// It was sent late.
    Late,
}

/// An assembly in full.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AssemblySheet {
    /// What the list shows.
    pub row: AssemblyRow,
    /// Its fields.
    pub fields: AssemblyFields,
    /// Whether its notice came in time.
    pub notice: Notice,
    /// The last day on which it may be sent.
    pub notice_by: String,
    /// Its agenda, in order.
    pub agenda: Vec<AgendaRow>,
    /// What is to be read before.
    pub documents: Vec<AssemblyDocumentRow>,
    /// What is voted on, in order of making.
    pub resolutions: Vec<ResolutionRow>,
    /// Who votes for whom, by the name of who does.
    pub proxies: Vec<ProxyRow>,
    /// Who votes for the reader; `null` for nobody.
    pub my_holder: Option<MemberId>,
    /// Their name; empty for nobody.
    pub my_holder_name: String,
    /// Whether the reader may let another vote.
    pub may_give_proxy: bool,
    /// Those who may vote for others, by name.
    pub bearers: Vec<Person>,
    /// Those who write it beside direction, by name: a director said so.
    pub secretaries: Vec<Person>,
    /// How many came or are represented.
    pub attending: i64,
    /// Whether that is enough.
    pub quorate: bool,
    /// Whether the reader writes it.
    pub may_write: bool,
    /// What its status may become, the one that stands included.
    pub statuses: Vec<AssemblyStatus>,
}

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AgendaRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: AgendaFields,
}

/// A document to be read before.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AssemblyDocumentRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: AssemblyDocumentFields,
}

/// What is voted on.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ResolutionRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: ResolutionFields,
    /// Whether the votes stand.
    pub locked: bool,
    /// Whether they adopt it.
    pub adopted: bool,
    /// Whether the reader may lock them.
    pub may_lock: bool,
}

/// Who votes for whom.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ProxyRow {
    /// Who lets another vote.
    pub giver: MemberId,
    /// Their name.
    pub giver_name: String,
    /// Who votes.
    pub holder: MemberId,
    /// Their name.
    pub holder_name: String,
    /// Whether it counts, by the rule of the assembly.
    pub counts: bool,
}
