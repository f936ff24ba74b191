//! Documents as plain data: what a document says once Automerge has merged it. Views and exports are made from these,
//! never from Automerge.
//!
//! Every collection is a map keyed by ULID. Money is in cents, rates in basis points, durations in minutes, distances
//! in metres, dates are `YYYY-MM-DD`, instants RFC 3339 in UTC. Optional text is empty when absent.

use ts_rs::TS;

use crate::access::Role;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::{SortedMap, SortedSet};

mod events;
mod words;

pub use events::*;
pub use words::*;

pub use crate::kinds::activity::{Activity, Expense, JournalEntry, Lead, Trip};
pub use crate::kinds::coach_notes::Note;
pub use crate::kinds::coaching_log::{Action, Goal};

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

/// The directory: names, roles and assignments, written by the relay.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Directory {
    /// The cooperative's name.
    pub coop_name: String,
    /// Its members.
    pub members: SortedMap<MemberId, DirectoryMember>,
}

/// A member in the directory.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct DirectoryMember {
    /// The name shown.
    pub name: String,
    /// Their roles.
    pub roles: SortedSet<Role>,
    /// Their coaches.
    pub coaches: SortedSet<MemberId>,
    /// The branch.
    pub branch: String,
    /// Where they stand; `None` for staff who run no activity.
    pub stage: Option<Stage>,
    /// Whether they are associates.
    pub associate: bool,
    /// Whether they are still here.
    pub active: bool,
    /// Events they facilitate without being in the team.
    pub facilitates: SortedSet<Ulid>,
}

/// What a member shows to all.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Profile {
    /// The name they wish to be shown with.
    pub display_name: String,
    /// Commercial name.
    pub trade_name: String,
    /// Trades.
    pub trades: SortedSet<String>,
    /// Skills.
    pub skills: SortedSet<String>,
    /// Languages spoken.
    pub languages: SortedSet<String>,
    /// What they offer to others.
    pub offers: String,
    /// What they look for.
    pub needs: String,
    /// Branch of the cooperative.
    pub branch: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Whether telephone and e-mail are shown to other members.
    pub contact_visible: bool,
    /// Whether they look for partners on a job.
    pub looking_for_partners: bool,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

/// Goals, sessions, actions and asks between a member and their coaches.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct CoachingLog {
    /// Goals.
    pub goals: SortedMap<Ulid, Goal>,
    /// Sessions.
    pub sessions: SortedMap<Ulid, Session>,
    /// What the member prepared, by session.
    pub preparations: SortedMap<Ulid, String>,
    /// Actions.
    pub actions: SortedMap<Ulid, Action>,
    /// Asks for support.
    pub asks: SortedMap<Ulid, Ask>,
    /// The member's feedback, by session.
    pub feedback: SortedMap<Ulid, Feedback>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

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

/// A member asks for support.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Ask {
    /// Making and removal.
    pub entry: Entry,
    /// What.
    pub text: String,
    /// How soon.
    pub urgency: Urgency,
    /// The answer; empty while there is none.
    pub answer: String,
    /// When it was answered (RFC 3339); empty while it is not.
    pub answered_at: String,
}

/// What a member says of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Feedback {
    /// 1 to 5.
    pub score: i64,
    /// In words.
    pub text: String,
}

/// A coach's private notes about one member.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct CoachNotes {
    /// Notes.
    pub notes: SortedMap<Ulid, Note>,
    /// To think of next time.
    pub next_time: String,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}
