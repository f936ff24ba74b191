//! Documents as plain data: what a document says once Automerge has merged it. Views and exports are made from these,
//! never from Automerge. Here is what all of them share; each kind has its own in `kinds`.
//!
//! Every collection is a map keyed by ULID. Money is in cents, rates in basis points, durations in minutes, distances
//! in metres, dates are `YYYY-MM-DD`, instants RFC 3339 in UTC. Optional text is empty when absent.

use ts_rs::TS;

use crate::ids::MemberId;
use crate::plain::{FromPlain, ToPlain};

/// Two or more people (or devices) wrote the same field at once: every value, who and when.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Conflict {
    /// The field's path, `/` between keys.
    pub path: String,
    /// The values, the one now shown first.
    pub values: Vec<ConflictValue>,
}

/// One of the values of a [`Conflict`].
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct ConflictValue {
    /// The value, as text or number.
    pub value: FieldValue,
    /// Who wrote it.
    pub by: Option<MemberId>,
    /// When, as that device's clock said (RFC 3339; empty when it did not say).
    pub at: String,
}

/// A scalar of a document.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(untagged)]
pub enum FieldValue {
    /// Text or a word.
    Text(String),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
}

/// Who made an entry and when, as their device's clock said; and whether it was put away.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Entry {
    /// Who made it.
    pub created_by: Option<MemberId>,
    /// When it was made (RFC 3339).
    pub created_at: String,
    /// When it was last changed (RFC 3339), empty when never.
    pub updated_at: String,
    /// When it was removed (RFC 3339), empty while it stands.
    pub removed_at: String,
}
