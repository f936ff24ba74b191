//! Coaching: portfolio, log, sessions, goals, actions, asks, private notes.

mod rows;
mod session;
mod signature;

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::directory::Stage;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::Person;

pub use rows::{ActionRow, AskRow, GoalRow};
pub use session::{SessionLink, SessionRow, SessionSheet};
pub use signature::SignatureView;

/// A member a coach accompanies.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PortfolioRow {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their trade name.
    pub trade_name: String,
    /// For whom the reader stands in, where they do not accompany the member themselves.
    pub stands_in: Option<StandIn>,
    /// Where they stand.
    pub stage: Option<Stage>,
    /// Start of the last session held; empty when none.
    pub last_session_at: String,
    /// Start of the next session planned; empty when none.
    pub next_session_at: String,
    /// The next session.
    pub next_session: Option<Ulid>,
    /// Asks without an answer.
    pub asks_waiting: u32,
    /// When the oldest of them was made; empty when none.
    pub oldest_ask_at: String,
    /// Actions past their date.
    pub actions_late: u32,
    /// Statutory interviews held and signed by both this year.
    pub statutory_done: u32,
    /// Statutory interviews due this year.
    pub statutory_due: u32,
    /// Whether the log is on this phone yet.
    pub on_phone: bool,
}

/// Somebody accompanies a member while one of their coaches is away.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct StandIn {
    /// Who does.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Who is away.
    pub away: MemberId,
    /// Their name.
    pub away_name: String,
    /// The last day.
    pub until: String,
}

/// A coaching log at a glance.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct CoachingView {
    /// Whose.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their coaches, by name, and who stands in for them.
    pub coaches: Vec<Person>,
    /// Who stands in for whom.
    pub stand_ins: Vec<StandIn>,
    /// Whether the reader is the member.
    pub mine: bool,
    /// Whether the reader may write sessions, goals and actions.
    pub may_edit: bool,
    /// The next session planned.
    pub next_session: Option<SessionRow>,
    /// The last session held.
    pub last_session: Option<SessionRow>,
    /// Goals being pursued.
    pub goals: Vec<GoalRow>,
    /// Actions to do or under way.
    pub actions: Vec<ActionRow>,
    /// Asks without an answer.
    pub asks: Vec<AskRow>,
    /// Statutory interviews held and signed by both this year.
    pub statutory_done: u32,
    /// Statutory interviews due this year.
    pub statutory_due: u32,
    /// How many sessions, goals, actions and asks stand.
    pub counts: CoachingCounts,
}

/// Entries that stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct CoachingCounts {
    /// Sessions.
    pub sessions: u32,
    /// Goals.
    pub goals: u32,
    /// Actions.
    pub actions: u32,
    /// Asks.
    pub asks: u32,
}
