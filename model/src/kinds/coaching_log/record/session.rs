//! A session and its signatures as plain data.

use crate::ids::{MemberId, Ulid};
use crate::kinds::coaching_log::{SessionMode, SessionStatus, SessionType};
use crate::plain::{FromPlain, ToPlain};
use crate::record::Entry;
use crate::sorted::{SortedMap, SortedSet};

/// The eight points a statutory interview's report holds, in order: results against goals; outlook; new goals and
/// minimum activity; support and training needs; agreed actions; health and safety; steps to associate status; leave.
pub const STATUTORY_POINTS: usize = 8;

/// A coaching session.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Session {
    /// Making and removal.
    pub entry: Entry,
    /// When it starts (RFC 3339).
    pub starts_at: String,
    /// How long, in minutes.
    pub minutes: i64,
    /// How it takes place.
    pub mode: SessionMode,
    /// Where, in words.
    pub place: String,
    /// What kind of talk.
    #[ts(rename = "type")]
    pub session_type: SessionType,
    /// Whether it counts as one of the two interviews a year.
    pub statutory: bool,
    /// Topics.
    pub topics: SortedSet<String>,
    /// Where it stands.
    pub status: SessionStatus,
    /// The coaches present.
    pub coaches: SortedSet<MemberId>,
    /// Whether the member was there; `None` before it is said.
    pub member_present: Option<bool>,
    /// What it is for.
    pub objectives: String,
    /// What was said.
    pub points: String,
    /// What was agreed.
    pub plan: String,
    /// The eight statutory points (see [`STATUTORY_POINTS`]).
    pub eight_points: Vec<String>,
    /// Signatures by person.
    pub signatures: SortedMap<MemberId, Signature>,
    /// The report this one amends.
    pub amends: Option<Ulid>,
    /// SHA-256 of the session's canonical content, what a signature binds.
    pub content_sha256: String,
}

/// A signature on a session's report.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Signature {
    /// When (RFC 3339).
    pub at: String,
    /// On whose phone.
    pub captured_by: MemberId,
    /// What was signed.
    pub content_sha256: String,
    /// As it was drawn (see `rules::are_strokes`); empty when it was not.
    pub strokes: String,
    /// The name as it was typed in place of drawing; empty when it was not.
    pub typed: String,
    /// When the person contested it; empty when not.
    pub contested_at: String,
    /// When the person said that it is theirs; empty when not.
    pub confirmed_at: String,
    /// Whether the report changed since.
    pub changed_since: bool,
}

impl Session {
    /// Whether both sides, the owner of the log and a coach, signed the content that stands: the relay then closed it, or
    /// will when it receives these signatures. A contest does not open it again.
    #[must_use]
    pub fn is_closed(&self, owner: MemberId) -> bool {
        let mut others = self.signatures.keys().filter(|who| **who != owner);
        self.binds(owner) && others.any(|other| self.binds(*other))
    }

    /// Whether somebody's signature is under the content that stands, contested or not.
    #[must_use]
    pub fn binds(&self, signer: MemberId) -> bool {
        let signature = self.signatures.get(&signer);
        signature.is_some_and(|signature| !signature.changed_since)
    }
}
