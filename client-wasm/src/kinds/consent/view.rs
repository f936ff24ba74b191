//! Consents, as their screens show them.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::consent::{ConsentFields, ConsentSort};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{Info, RecordState};

/// What somebody agrees to, and what they are asked.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConsentsView {
    /// Whose.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether it is the reader.
    pub mine: bool,
    /// In general, the latest first.
    pub consents: Vec<ConsentRow>,
    /// What they are asked: what waits for an answer first, then the latest.
    pub requests: Vec<AskedRow>,
}

/// What somebody agrees to in general.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConsentRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: ConsentFields,
    /// Whether it counts today.
    pub stands: bool,
}

/// What somebody is asked about a story.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AskedRow {
    /// The story.
    pub id: Ulid,
    /// What they are asked for.
    pub sort: ConsentSort,
    /// Its title.
    pub title: String,
    /// Its text, word for word.
    pub text: String,
    /// Where it is to appear.
    pub channels: String,
    /// The digest of what stands there, for who answers.
    pub shown: String,
    /// Who asks, by name.
    pub asked_by: String,
    /// When they did, or changed it.
    pub asked_at: String,
    /// What was answered to it as it stands; `null` for nothing.
    pub agrees: Option<bool>,
    /// When.
    pub answered_at: String,
    /// Whether it changed since they answered.
    pub changed: bool,
    /// Whether they agree to such stories in general.
    pub in_general: bool,
    /// Whether everybody reads it.
    pub published: bool,
    /// How far the answer has travelled.
    pub state: RecordState,
}
