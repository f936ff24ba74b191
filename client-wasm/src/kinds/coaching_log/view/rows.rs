//! Goals, actions and asks in lists.

use besace_model::ids::MemberId;
use besace_model::kinds::coaching_log::{ActionFields, AskTopic, GoalFields, Urgency};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{Info, Person};

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GoalRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: GoalFields,
    /// Open, and its date is past.
    pub late: bool,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ActionRow {
    /// The entry.
    pub info: Info,
    /// Whose log.
    pub member: MemberId,
    /// Its fields.
    pub fields: ActionFields,
    /// The name of who does it.
    pub owner_name: String,
    /// Whether that is the reader.
    pub mine: bool,
    /// Not done, and its date is past.
    pub late: bool,
}

/// An ask for support.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AskRow {
    /// The entry.
    pub info: Info,
    /// Whose log.
    pub member: MemberId,
    /// Their name.
    pub member_name: String,
    /// What.
    pub text: String,
    /// How soon.
    pub urgency: Urgency,
    /// What it is about, if that was said.
    pub topic: Option<AskTopic>,
    /// Whom the guide names for that.
    pub topic_people: Vec<Person>,
    /// Whom its author names to be asked beside their coaches, if anybody.
    pub sent_to: Option<MemberId>,
    /// Who reads it beside the coaches, as long as it waits.
    pub also_read_by: Option<Person>,
    /// The answer; empty while there is none.
    pub answer: String,
    /// When it was answered; empty while it is not.
    pub answered_at: String,
    /// Whether the reader may answer.
    pub may_answer: bool,
}
