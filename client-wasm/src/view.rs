//! What screens show and what they ask for: plain data, made from records, never from Automerge.
//!
//! Field names are in camelCase, tags and words as in the commands; money in cents, distances in metres, durations in
//! minutes, dates `YYYY-MM-DD`, instants RFC 3339 in UTC. Optional text is empty when absent. Numbers are always safe
//! integers. Lists come sorted the way screens show them, as one [`Page`] of what there is.

pub mod access;
pub mod sync;
pub mod today;

use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::plain::{self, FromPlain, ToPlain, Unfit};
use besace_model::record::FieldValue;
use ts_rs::TS;

use crate::kinds;

/// Rows of one page, at most.
pub const PAGE_ROWS_MAX: u32 = 200;

/// Which rows of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Window {
    /// How many rows to pass over.
    pub offset: u32,
    /// How many to show; at most [`PAGE_ROWS_MAX`].
    pub limit: u32,
}

/// Some rows of a list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Page<T> {
    /// How many rows stand before these.
    pub offset: u32,
    /// How many there are in all.
    pub total: u32,
    /// The rows.
    pub rows: Vec<T>,
}

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

/// A field with more than one value.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConflictView {
    /// Names the conflict for [`crate::api::Intent::Settle`].
    pub id: String,
    /// The field, named as in the commands (`netCents`, `date`, `status` …).
    pub field: String,
    /// The values, the one now shown first.
    pub values: Vec<ConflictChoice>,
}

/// One of the values.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ConflictChoice {
    /// The value.
    pub value: FieldValue,
    /// Who wrote it.
    pub by: Option<MemberId>,
    /// Their name.
    pub by_name: String,
    /// Whether that is the reader.
    pub mine: bool,
    /// When, as that device's clock said; empty when it did not say.
    pub at: String,
}

/// A text of which one paragraph was changed in two places at once, by two people or by one on two devices: both changes
/// stand in it, merged.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct RereadView {
    /// Names the mark for [`crate::api::Intent::Reread`].
    pub id: String,
    /// The field, named as in the commands (`points`, `text` …); one of the eight points as `eightPoints.0` to
    /// `eightPoints.7`.
    pub field: String,
    /// What stood there before either.
    pub was: String,
    /// What each made of it, in order of time.
    pub versions: Vec<RereadVersion>,
    /// Whether the reader may say that it was read.
    pub may_settle: bool,
}

/// What somebody made of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct RereadVersion {
    /// The paragraph as they left it; empty when they took it out.
    pub text: String,
    /// Who.
    pub by: Option<MemberId>,
    /// Their name.
    pub by_name: String,
    /// Whether that is the reader.
    pub mine: bool,
    /// When, as that device's clock said; empty when it did not say.
    pub at: String,
}

/// A person by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Person {
    /// The name shown.
    pub name: String,
    /// Who.
    pub member: MemberId,
}

/// Where something is shown in the app: an entry of a document, or the document itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Place {
    /// The document's kind.
    pub kind: Kind,
    /// Whose document; the relay for shared ones.
    pub owner: MemberId,
    /// Which of theirs: a year, an event, a member.
    pub key: String,
    /// The map that the entry stands in; empty for the document itself.
    pub collection: String,
    /// What the entry is found by there: an identifier, a month, a member; empty for the document itself.
    pub id: String,
}

impl Place {
    /// Where an entry of a document is shown.
    #[must_use]
    pub fn new(head: &DocHead, collection: &str, id: &str) -> Self {
        Self {
            kind: head.kind,
            owner: head.owner,
            key: head.key.clone(),
            collection: collection.to_owned(),
            id: id.to_owned(),
        }
    }
}

impl FromPlain for Place {
    const SHAPE: u64 = plain::shape(&[("place", 0)]);

    fn read(input: &mut plain::PlainReader<'_>) -> Result<Self, Unfit> {
        input.open()?;
        if let Some(word) = input.said::<String>("place")? {
            return kinds::before::place(&word, input);
        }
        Ok(Self {
            kind: input.field("kind")?,
            owner: input.field("owner")?,
            key: input.field("key")?,
            collection: input.field("collection")?,
            id: input.field("id")?,
        })
    }
}

pub use crate::kinds::{View, ViewRequest};
