//! Consultations, as their screens show them.

use besace_model::ids::MemberId;
use besace_model::kinds::consultation::{ConsultationFields, Electorate, Method, OptionFields};
use besace_model::kinds::stance::{Position, StanceFields};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{ConflictView, Info, Page, Person, RecordState, RereadView};

/// Where a consultation stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum Phase {
    /// Answers count.
    Open,
    /// It is being prepared.
    Draft,
    /// Its time is over, and what came of it is not published.
    Closed,
    /// What came of it is published.
    Outcome,
    /// It was called off.
    CalledOff,
}

/// Whether the reader may answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum MayAnswer {
    /// They may.
    Yes,
    /// If they are an associate, which this phone does not know.
    IfAssociate,
    /// They are not asked.
    No,
}

/// Consultations in a list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConsultationsView {
    /// The rows.
    pub rows: Page<ConsultationRow>,
    /// Whether the reader may ask everybody and the associates.
    pub may_ask_all: bool,
    /// The groups that the reader may ask, by name.
    pub groups: Vec<GroupChoice>,
}

/// A group that may be asked.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GroupChoice {
    /// The group.
    pub group: besace_model::ids::Ulid,
    /// What it is called.
    pub name: String,
}

/// A consultation in the list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConsultationRow {
    /// The entry.
    pub info: Info,
    /// In one line.
    pub question: String,
    /// How people answer.
    pub method: Method,
    /// Whether nobody is told who answered what.
    pub secret: bool,
    /// By when.
    pub closes: String,
    /// Where it stands.
    pub phase: Phase,
    /// Who may answer.
    pub electorate: Electorate,
    /// The group that is asked; empty for none.
    pub group_name: String,
    /// Whether the reader may.
    pub may_answer: MayAnswer,
    /// Whether they did.
    pub answered: bool,
}

/// A consultation in full.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConsultationSheet {
    /// What the list shows.
    pub row: ConsultationRow,
    /// Its fields.
    pub fields: ConsultationFields,
    /// The answers to choose from.
    pub options: Vec<OptionRow>,
    /// What came of it, in words.
    pub outcome: String,
    /// Whether the reader may ask it now.
    pub may_open: bool,
    /// Whether they may call it off.
    pub may_call_off: bool,
    /// Whether they may publish what came of it.
    pub may_publish: bool,
    /// What the reader answered; `null` where they did not.
    pub stance: Option<StanceFields>,
    /// How far that has travelled.
    pub stance_state: Option<RecordState>,
    /// Whether it came too late, as far as the relay's receipt says.
    pub stance_late: bool,
    /// What the reader wrote on two phones at once.
    pub stance_conflicts: Vec<ConflictView>,
    /// Their reason, where they wrote it in two places at once.
    pub stance_rereads: Vec<RereadView>,
    /// Names the state of the document that the answer was read from, for [`crate::api::Intent::Do`].
    pub stance_base: String,
    /// Who answers for the reader; empty for nobody.
    pub proxy_name: String,
    /// Those who may answer for others, by name.
    pub bearers: Vec<Person>,
    /// The groups that the reader may ask, by name.
    pub groups: Vec<GroupChoice>,
    /// Whether the reader may ask everybody and the associates.
    pub may_ask_all: bool,
    /// What became of it; `null` while the relay has not said.
    pub tally: Option<TallyView>,
}

/// An answer to choose from.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct OptionRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: OptionFields,
}

/// What became of a consultation.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct TallyView {
    /// Whether it is closed.
    pub closed: bool,
    /// How many may answer.
    pub asked: i64,
    /// How many answered, proxies included.
    pub voices: i64,
    /// How many of them by proxy.
    pub proxies: i64,
    /// How many answered too late.
    pub late: i64,
    /// Whether enough answered.
    pub quorate: bool,
    /// Whether too few answered in secret to say anything.
    pub few: bool,
    /// How many answered what, in the order in which it is offered.
    pub counts: Vec<CountRow>,
    /// Who answered what, by name; nobody where it is secret.
    pub voiced: Vec<VoiceRow>,
}

/// How many answered something.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct CountRow {
    /// The option, or the word of a position.
    pub key: String,
    /// The option in its words; empty for a position.
    pub label: String,
    /// The day it stands for; empty for none.
    pub day: String,
    /// How many.
    pub count: i64,
}

/// What somebody answered.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct VoiceRow {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What they chose, in words.
    pub chosen: Vec<String>,
    /// What they said to a proposal.
    pub position: Option<Position>,
    /// Why.
    pub reason: String,
    /// Who answered for them; empty for nobody.
    pub by_name: String,
}
