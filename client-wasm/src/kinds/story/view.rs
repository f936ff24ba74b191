//! Stories, as their screens show them.

use besace_model::ids::MemberId;
use besace_model::kinds::consent::RequestFields;
use besace_model::kinds::story::{StoryFields, StoryKind, StoryStage};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::view::Info;

/// A story in the list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct StoryRow {
    /// The entry.
    pub info: Info,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub kind: StoryKind,
    /// Where it stands.
    pub stage: StoryStage,
    /// The day on which it appears or did; of one without, when it was begun.
    pub day: String,
    /// Where it is to appear.
    pub channels: Vec<String>,
    /// How many members it shows.
    pub people: u32,
    /// How many of them do not agree to it as it stands.
    pub missing: u32,
    /// Whether everybody reads it.
    pub published: bool,
}

/// One story.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct StorySheet {
    /// What the list shows.
    pub row: StoryRow,
    /// Its fields.
    pub fields: StoryFields,
    /// Whom it shows, and what they say to it.
    pub people: Vec<StoryPerson>,
    /// What those are to read whom it shows, and are asked for.
    pub request: RequestFields,
    /// The digest of it as it stands, for who approves it.
    pub sha256: String,
    /// Whether the reader may approve it, ask those whom it shows, and take it back.
    pub may_approve: bool,
}

/// Somebody whom a story shows.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct StoryPerson {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What they say to it.
    pub consent: ConsentState,
}

/// What somebody says to a story that shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, FromPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum ConsentState {
    /// They were not asked.
    NotAsked,
    /// It changed since they were asked.
    Changed,
    /// They did not answer yet.
    Waits,
    /// They agree to it.
    Given,
    /// They did not answer, and agree to such stories in general.
    InGeneral,
    /// They refuse.
    Refused,
}

impl ConsentState {
    /// Whether they agree.
    #[must_use]
    pub fn agrees(self) -> bool {
        matches!(self, Self::Given | Self::InGeneral)
    }
}
