//! Opportunities, as their screens show them.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::opportunity::{
    Experiment, ExperimentStatus, OpportunityActionFields, OpportunityFields, OpportunityKind,
    OpportunitySource, OpportunityStatus,
};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{ConflictView, Info, Person, RereadView};

/// An opportunity in the list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct OpportunityRow {
    /// The entry.
    pub info: Info,
    /// Where it comes from.
    pub source: OpportunitySource,
    /// What it is.
    pub kind: OpportunityKind,
    /// What it is called.
    pub title: String,
    /// By when one has to have answered; empty when open.
    pub deadline: String,
    /// Whether that day is past.
    pub late: bool,
    /// How far it has come.
    pub status: OpportunityStatus,
    /// What it would change, from 1 to 5; none while nobody weighed it.
    pub impact: Option<i64>,
    /// What it would cost, from 1 to 5.
    pub effort: Option<i64>,
    /// How many it interests.
    pub interested: u32,
    /// Whether the reader is one of them.
    pub mine: bool,
    /// What members say about it.
    pub comments: u32,
    /// How far what is tried has come; none where nothing is.
    pub experiment: Option<ExperimentStatus>,
}

/// An opportunity with all that is said and done about it.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct OpportunitySheet {
    /// The opportunity.
    pub row: OpportunityRow,
    /// Its fields.
    pub fields: OpportunityFields,
    /// Whom it interests, by name.
    pub interested: Vec<Person>,
    /// What members say about it, the first first.
    pub comments: Vec<OpportunityCommentRow>,
    /// What the reader says; empty for nothing.
    pub my_comment: String,
    /// Why it was decided so.
    pub reason: String,
    /// Who decided last.
    pub decided_by: String,
    /// When; empty while nothing was decided.
    pub decided_at: String,
    /// What may be decided next, by whoever decides.
    pub next: Vec<OpportunityStatus>,
    /// What is tried.
    pub experiment: Experiment,
    /// How far that may come next.
    pub experiment_next: Vec<ExperimentStatus>,
    /// What is done about it: what is open first, by date.
    pub actions: Vec<OpportunityActionRow>,
    /// Groups that were founded for it, by name.
    pub groups: Vec<OpportunityLink>,
    /// Pages of the guide that its experiment taught.
    pub pages: Vec<OpportunityLink>,
    /// Whether the reader may write such a page: it ended, and they write the guide.
    pub may_teach: bool,
    /// Whether the reader weighs it.
    pub may_assess: bool,
    /// Whether the reader decides.
    pub may_decide: bool,
    /// Whether the reader says what is tried and done.
    pub may_act: bool,
    /// Conflicting values of what was weighed, decided and tried.
    pub conflicts: Vec<ConflictView>,
    /// Texts of what is tried, and of the reader's comment, that were written in two places at once.
    pub rereads: Vec<RereadView>,
}

/// Something that came of an opportunity.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct OpportunityLink {
    /// What.
    pub id: Ulid,
    /// What it is called.
    pub title: String,
}

/// What a member says about an opportunity.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct OpportunityCommentRow {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether it is the reader's own.
    pub mine: bool,
    /// In words.
    pub text: String,
    /// When.
    pub at: String,
}

/// Something that somebody does about an opportunity.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct OpportunityActionRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: OpportunityActionFields,
    /// The name of who does it.
    pub owner_name: String,
    /// Not done, and its date is past.
    pub late: bool,
    /// Whether the reader writes more of it than how far it has come.
    pub may_plan: bool,
}
