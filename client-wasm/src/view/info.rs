//! What every entry of a list carries beside its own fields.

use besace_model::error::ErrorCode;
use besace_model::ids::{MemberId, Ulid};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::{ConflictView, RereadView};

/// How far an entry has travelled.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum RecordState {
    /// On this phone only.
    OnPhone,
    /// Another phone handed it over without network, and the cooperative does not have it yet.
    Handed {
        /// The name of who wrote what waits of it first.
        by_name: String,
    },
    /// The cooperative has it.
    Received {
        /// When its last change was received; `null` when it came with a whole document.
        at: Option<String>,
    },
    /// The last thing written there by this phone was refused.
    Refused {
        /// Why.
        code: ErrorCode,
        /// The item of the refused list.
        item: u32,
    },
}

/// What every entry of a list carries beside its own fields.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Info {
    /// The entry.
    pub id: Ulid,
    /// Names it where its history is asked for: its document, `:`, its place there.
    pub path: String,
    /// How far it has travelled.
    pub state: RecordState,
    /// Whether this person may change it.
    pub may_edit: bool,
    /// Fields that two people wrote at once, to be chosen by a person.
    pub conflicts: Vec<ConflictView>,
    /// Prose of which one paragraph was changed in two places at once, until somebody reads it.
    pub rereads: Vec<RereadView>,
    /// Names the state of the document that these fields were read from, for [`crate::api::Intent::Do`].
    pub base: String,
    /// Who made it.
    pub created_by: Option<MemberId>,
    /// Their name.
    pub created_by_name: String,
    /// When it was made.
    pub created_at: String,
    /// When it was last changed, empty when never.
    pub updated_at: String,
    /// When it was removed, empty while it stands.
    pub removed_at: String,
}
