//! What happened while one was away.

use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::view::{Page, Place};

/// What happened to an entry while one was away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum AwayHow {
    /// Somebody made it.
    Arrived,
    /// Somebody changed it.
    Changed,
    /// Somebody removed it.
    Removed,
    /// Somebody changed it, and so did this phone; both stand.
    Merged,
    /// A value written on this phone no longer shows.
    Overwritten,
    /// Two values stand on one field: to check.
    ToCheck,
}

/// While you were away.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AwayView {
    /// Since when; empty when never looked at.
    pub since: String,
    /// The items, the latest first.
    pub items: Page<AwayItem>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AwayItem {
    /// Kind of document.
    pub kind: Kind,
    /// The document, with which this leaves the phone; `null` in items that an earlier version noted.
    pub doc: Option<String>,
    /// What happened.
    pub how: AwayHow,
    /// What the entry is, in its own words.
    pub label: String,
    /// Who did it; `null` when the document came whole.
    pub by: Option<MemberId>,
    /// Their name.
    pub by_name: String,
    /// When the cooperative received it.
    pub at: String,
    /// Where it is shown.
    pub place: Option<Place>,
}
