//! A coaching log as plain data.

use ts_rs::TS;

use super::{Action, AskTopic, Goal, Urgency};
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

mod session;

pub use session::{STATUTORY_POINTS, Session, Signature};

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
    /// What it is about, if that was said.
    pub topic: Option<AskTopic>,
    /// Whom its author sends it to beside their coaches, if anybody.
    pub sent_to: Option<MemberId>,
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
