//! Fields to check and texts to read again, in all documents.

use besace_model::ids::MemberId;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{ConflictView, Place, RereadView};

/// A field to check.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConflictItem {
    /// The field and its values.
    pub conflict: ConflictView,
    /// What the entry is, in its own words (a label, a title, a date).
    pub label: String,
    /// Whose document.
    pub owner: MemberId,
    /// Their name.
    pub owner_name: String,
    /// Where it is shown.
    pub place: Place,
    /// Whether the reader may choose.
    pub may_settle: bool,
}

/// A text to read again.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct RereadItem {
    /// The text and what each made of it.
    pub reread: RereadView,
    /// What the entry is, in its own words (a label, a title, a date).
    pub label: String,
    /// Whose document.
    pub owner: MemberId,
    /// Their name.
    pub owner_name: String,
    /// Where it is shown.
    pub place: Place,
}
