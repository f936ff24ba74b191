//! Something that may be worth doing: a call, a signal, a need, an idea, an experiment. Whoever saw it writes it, anyone
//! says that it interests them and comments under a key of their own; the team weighs it, direction decides, and what is
//! done about it stands beside it.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Course, Table, Value, along, clearable, set};
use crate::doc::tree::{Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};
use crate::limits::LINE_BYTES_MAX;

mod command;
mod experiment;
mod record;
mod words;

pub use command::OpportunityCommand;
pub use experiment::{Experiment, ExperimentChanges};
pub use record::{
    AssessmentChanges, Opportunity, OpportunityAction, OpportunityActionChanges,
    OpportunityActionFields, OpportunityChanges, OpportunityComment, OpportunityFields,
    OpportunityFile,
};
pub use words::*;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

/// An opportunity is studied before it is decided (domain.md section 4.2); what was decided stays so.
const DECISION: Course = Course::StepsFrom(
    PUBLISHED,
    &[
        (PUBLISHED, STUDYING),
        (STUDYING, GO),
        (STUDYING, NO_GO),
        (GO, DONE),
        (NO_GO, DONE),
    ],
);
const PUBLISHED: &str = OpportunityStatus::Published.as_str();
const STUDYING: &str = OpportunityStatus::Studying.as_str();
const GO: &str = OpportunityStatus::Go.as_str();
const NO_GO: &str = OpportunityStatus::NoGo.as_str();
const DONE: &str = OpportunityStatus::Done.as_str();

/// An experiment runs before it is stopped or adopted.
const EXPERIMENT: Course = Course::StepsFrom(
    PLANNED,
    &[(PLANNED, RUNNING), (RUNNING, STOPPED), (RUNNING, ADOPTED)],
);
const PLANNED: &str = ExperimentStatus::Planned.as_str();
const RUNNING: &str = ExperimentStatus::Running.as_str();
const STOPPED: &str = ExperimentStatus::Stopped.as_str();
const ADOPTED: &str = ExperimentStatus::Adopted.as_str();

impl DocHead {
    /// An opportunity.
    #[must_use]
    pub fn opportunity(opportunity: Ulid) -> Self {
        Self::new(Kind::Opportunity, MemberId::RELAY, opportunity.to_string())
    }
}

/// A document's content.
pub type Content = OpportunityFile;
/// What people do to one.
pub type Command = OpportunityCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["opportunities", "interested", "comments", "assessment", "decision", "experiment", "actions"]
    entries [Opportunity, OpportunityAction]
    rules {
        clearable("interested/{member}", Value::Bool, Who::Oneself),
        set("comments/{member}", Value::Map, Who::Oneself),
        set("comments/{member}/text", Value::Text, Who::Oneself),
        set("comments/{member}/at", Value::Instant, Who::Oneself),
        clearable("comments/{member}/removed_at", Value::Instant, Who::Oneself),
        set("assessment/impact", Value::Int(1, 5), Who::Team),
        set("assessment/effort", Value::Int(1, 5), Who::Team),
        along("decision/status", Value::Choice(OpportunityStatus::WORDS), DECISION, Who::Director),
        set("decision/reason", Value::Str(LINE_BYTES_MAX), Who::Director),
        set("decision/decided_by", Value::Author, Who::Director),
        set("decision/at", Value::Instant, Who::Director),
        set("experiment/hypothesis", Value::Text, Who::CreatorOrTeam),
        clearable("experiment/start", Value::Date, Who::CreatorOrTeam),
        clearable("experiment/end", Value::Date, Who::CreatorOrTeam),
        set("experiment/measure", Value::Text, Who::CreatorOrTeam),
        set("experiment/result", Value::Text, Who::CreatorOrTeam),
        along("experiment/status", Value::Choice(ExperimentStatus::WORDS), EXPERIMENT, Who::CreatorOrTeam),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> OpportunityFile {
    let tree = Tree::read(doc, no_rank);
    let (assessment, decision) = (tree.map("assessment"), tree.map("decision"));
    let interested = tree.map("interested");
    let members = interested.names();
    OpportunityFile {
        opportunities: tree.map("opportunities").read(Opportunity::read),
        interested: members
            .filter(|member| interested.flag(member) == Some(true))
            .filter_map(|member| member.parse().ok())
            .collect(),
        comments: tree
            .map("comments")
            .entries()
            .map(|(member, map)| (member, OpportunityComment::read(map)))
            .collect(),
        impact: assessment.some_number("impact"),
        effort: assessment.some_number("effort"),
        status: decision.choice("status"),
        reason: decision.string("reason"),
        decided_by: decision.id("decided_by"),
        decided_at: decision.string("at"),
        experiment: Experiment::read(tree.map("experiment")),
        actions: tree.map("actions").read(OpportunityAction::read),
        conflicts: tree.conflicts(doc),
    }
}
