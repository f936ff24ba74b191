//! How one is reached, as its form shows it.

use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{ConflictView, RecordState};

/// How one is reached oneself.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ContactView {
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Whom to call when something happened, or what must be known then.
    pub emergency: String,
    /// Whether every member is shown telephone and e-mail.
    pub shown: bool,
    /// How far it has travelled.
    pub state: RecordState,
    /// Conflicting fields.
    pub conflicts: Vec<ConflictView>,
    /// Names the state of the document that these fields were read from, for [`crate::api::Intent::Do`].
    pub base: String,
}
