//! What is found on this phone.

use besace_model::kind::Kind;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::{Page, Place, RecordState};

/// What is found in one kind of document.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct FoundKind {
    /// The kind.
    pub kind: Kind,
    /// The entries: those that are called so first, then the latest.
    pub rows: Page<FoundRow>,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct FoundRow {
    /// What the entry is, in its own words.
    pub label: String,
    /// The line of it that was found, where it is not the label; empty otherwise.
    pub line: String,
    /// Whose it is; empty for one's own and what is the cooperative's.
    pub owner_name: String,
    /// When it was last written; empty when not known.
    pub at: String,
    /// How far it has travelled.
    pub state: RecordState,
    /// Where it is shown.
    pub place: Place,
}
