//! Goals, sessions, actions and asks between a member and their coaches. Both sides write; preparations and feedback
//! are the member's, and whom else an ask goes to; answers to asks the coach's, a signature its signer's.

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Course, Signing, Table, Value, along, clearable, set};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Calls, Concern, Kind, Said, Spec};
use crate::limits::LINE_BYTES_MAX;
use crate::record::Conflict;

mod asking;
mod command;
mod counting;
mod entries;
mod reading;
mod record;
mod session;
mod signing;
mod typed;
mod words;

pub use command::CoachingCommand;
pub use entries::{Action, ActionChanges, ActionFields, Goal, GoalChanges, GoalFields};
pub use reading::read;
pub use record::*;
pub use session::{as_logged, content_sha256};
pub use typed::*;
pub use words::*;

/// A session is held or called off. One that was held stays so, whoever called it off without knowing
/// (domain.md section 4.2).
const SESSION_STATUS: Course =
    Course::Steps(&[(PLANNED, DONE), (PLANNED, CANCELLED), (CANCELLED, DONE)]);
const PLANNED: &str = SessionStatus::Planned.as_str();
const DONE: &str = SessionStatus::Done.as_str();
const CANCELLED: &str = SessionStatus::Cancelled.as_str();

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    calls: Calls::Coached(Concern::Coaching),
    ..Spec::of_members(Named::PerMember, Readers::Coaching)
};

impl DocHead {
    /// The coaching log of a member.
    #[must_use]
    pub fn coaching_log(member: MemberId) -> Self {
        Self::new(Kind::CoachingLog, member, String::new())
    }
}

/// A document's content.
pub type Content = CoachingLog;
/// What people do to one.
pub type Command = CoachingCommand;

impl Said for CoachingLog {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["goals", "sessions", "preparations", "actions", "asks", "feedback"]
    entries [Goal, Action]
    entry "sessions/{ulid}" OwnerOrCoach {
        "starts_at": Value::Instant,
        "minutes": Value::Int(1, 1_440),
        "mode": Value::Choice(SessionMode::WORDS),
        "place": Value::Str(LINE_BYTES_MAX),
        "type": Value::Choice(SessionType::WORDS),
        "statutory": Value::Bool,
        "topics": Value::Map,
        "coaches": Value::Map,
        "objectives": Value::Text,
        "points": Value::Text,
        "plan": Value::Text,
        "eight": Value::Map,
        "eight/1": Value::Text,
        "eight/2": Value::Text,
        "eight/3": Value::Text,
        "eight/4": Value::Text,
        "eight/5": Value::Text,
        "eight/6": Value::Text,
        "eight/7": Value::Text,
        "eight/8": Value::Text,
        "signatures": Value::Map,
    }
    entry "asks/{ulid}" Owner {
        "text": Value::Text,
        "urgency": Value::Choice(Urgency::WORDS),
    }
    rules {
        clearable("sessions/{ulid}/topics/{tag}", Value::Bool, Who::OwnerOrCoach),
        clearable("sessions/{ulid}/coaches/{member}", Value::Bool, Who::OwnerOrCoach),
        along("sessions/{ulid}/status", Value::Choice(SessionStatus::WORDS), SESSION_STATUS, Who::OwnerOrCoach)
            .signing(Signing::Aside),
        clearable("sessions/{ulid}/member_present", Value::Bool, Who::OwnerOrCoach),
        clearable("sessions/{ulid}/amends", Value::Ulid, Who::OwnerOrCoach),
        set("sessions/{ulid}/signatures/{member}", Value::Map, Who::Signer),
        set("sessions/{ulid}/signatures/{member}/at", Value::Instant, Who::Signer),
        set("sessions/{ulid}/signatures/{member}/captured_by", Value::Author, Who::Signer),
        set("sessions/{ulid}/signatures/{member}/content_sha256", Value::Digest, Who::Signer)
            .signing(Signing::Digest),
        clearable("sessions/{ulid}/signatures/{member}/strokes", Value::Strokes, Who::Signer),
        clearable("sessions/{ulid}/signatures/{member}/typed", Value::Str(LINE_BYTES_MAX), Who::Signer),
        clearable("sessions/{ulid}/signatures/{member}/contested_at", Value::Instant, Who::Named)
            .signing(Signing::Contest),
        set("sessions/{ulid}/signatures/{member}/confirmed_at", Value::Instant, Who::Named)
            .signing(Signing::Confirm),
        clearable("asks/{ulid}/topic", Value::Choice(AskTopic::WORDS), Who::Owner),
        clearable("asks/{ulid}/sent_to", Value::Member, Who::Owner),
        set("preparations/{ulid}", Value::Text, Who::Owner),
        set("asks/{ulid}/answer", Value::Text, Who::Coach),
        set("asks/{ulid}/answered_at", Value::Instant, Who::Coach),
        set("feedback/{ulid}", Value::Map, Who::Owner),
        set("feedback/{ulid}/score", Value::Int(1, 5), Who::Owner),
        set("feedback/{ulid}/text", Value::Text, Who::Owner),
    }
};
