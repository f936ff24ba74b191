//! What is asked of somebody, as plain data.

use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::kinds::coaching_log::{Ask, AskTopic, Urgency};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::{SortedMap, SortedSet};

/// What members ask of one whom they chose for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Asked {
    /// Asks that nobody answered yet.
    pub asks: SortedMap<Ulid, AskedOfOne>,
}

/// An ask, as the one reads it whom its author chose.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct AskedOfOne {
    /// Who asks.
    pub member: MemberId,
    /// What.
    pub text: String,
    /// How soon.
    pub urgency: Urgency,
    /// What it is about, if that was said.
    pub topic: Option<AskTopic>,
    /// Since when (RFC 3339).
    pub at: String,
}

/// What a log gives of its asks, and the directory to all of them: nothing is told of who left, or to who did.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
pub struct Part {
    pub(super) of: Option<MemberId>,
    pub(super) asks: SortedMap<Ulid, AskedOfOne>,
    pub(super) here: SortedSet<MemberId>,
}

impl Said for Asked {}

impl AskedOfOne {
    pub(super) fn new(member: MemberId, ask: &Ask) -> Self {
        Self {
            member,
            text: ask.text.clone(),
            urgency: ask.urgency,
            topic: ask.topic,
            at: ask.entry.created_at.clone(),
        }
    }
}
