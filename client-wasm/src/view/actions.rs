//! What people have to do, whatever kind it comes from.

use besace_model::ids::MemberId;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::{Page, Place};

/// Something that somebody has to do, and has not done.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ActionItem {
    /// What, in its own words.
    pub label: String,
    /// What it is about, in words of its kind.
    pub about: String,
    /// Who does it.
    pub owner: Option<MemberId>,
    /// Their name.
    pub owner_name: String,
    /// By when; empty when open.
    pub due: String,
    /// Whether that day is past.
    pub late: bool,
    /// Whether it is under way.
    pub doing: bool,
    /// Where it is shown.
    pub place: Place,
}

/// What is late of one person's.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct LateActions {
    /// Whose; `null` for nobody's.
    pub owner: Option<MemberId>,
    /// Their name.
    pub owner_name: String,
    /// What, the oldest first.
    pub actions: Vec<ActionItem>,
}

/// What the reader has to do, and what is late of everybody's that the reader may read.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ActionsView {
    /// The reader's own, by date.
    pub mine: Page<ActionItem>,
    /// What is late, by who does it; for who answers for the cooperative.
    pub late: Vec<LateActions>,
}
