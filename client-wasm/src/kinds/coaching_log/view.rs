//! Coaching: portfolio, log, sessions, goals, actions, asks, private notes.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{
    ActionFields, Feedback, GoalFields, SessionFields, SessionMode, SessionStatus, SessionType,
    Urgency,
};
use besace_model::kinds::directory::Stage;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{Info, Person, RereadView};

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

/// A coaching log at a glance.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct CoachingView {
    /// Whose.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their coaches, by name.
    pub coaches: Vec<Person>,
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

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SessionRow {
    /// The entry.
    pub info: Info,
    /// Whose log.
    pub member: MemberId,
    /// Their name.
    pub member_name: String,
    /// When it starts.
    pub starts_at: String,
    /// How long.
    pub minutes: i64,
    /// How it takes place.
    pub mode: SessionMode,
    /// Where.
    pub place: String,
    /// What kind of talk.
    pub session_type: SessionType,
    /// Whether it counts as one of the two interviews a year.
    pub statutory: bool,
    /// Where it stands.
    pub status: SessionStatus,
    /// The coaches, by name.
    pub coaches: Vec<Person>,
    /// Of the eight points, how many are filled in.
    pub points_filled: u32,
    /// Signatures that bind the report as it stands.
    pub signed: u32,
    /// A statutory session held that misses points or signatures.
    pub incomplete: bool,
    /// Waits for the reader's signature.
    pub to_sign: bool,
    /// Both sides signed it: nothing in it changes any more, and it is only amended.
    pub closed: bool,
    /// The session that this one amends or annuls.
    pub amends: Option<Ulid>,
    /// Both sides signed that it does not count.
    pub annulled: bool,
}

/// A session in full.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SessionSheet {
    /// What the list shows.
    pub row: SessionRow,
    /// Its fields, the eight points included.
    pub fields: SessionFields,
    /// What its status may become, the one that stands included.
    pub statuses: Vec<SessionStatus>,
    /// What the member prepared.
    pub preparation: String,
    /// Whether the reader prepares it.
    pub may_prepare: bool,
    /// What the member said of it.
    pub feedback: Option<Feedback>,
    /// Whether the reader gives feedback.
    pub may_rate: bool,
    /// The preparation (`preparation`) or the feedback (`feedback`), where its author wrote it in two places at once.
    pub rereads: Vec<RereadView>,
    /// Signatures.
    pub signatures: Vec<SignatureView>,
    /// Who may still sign on this phone: oneself, and the member for a coach.
    pub may_sign: Vec<Person>,
    /// The digest of the content that these fields are: what a signature binds.
    pub content_sha256: String,
    /// The report changed after somebody signed it.
    pub changed_since_signature: bool,
    /// The reports that amend this one.
    pub amended_by: Vec<SessionLink>,
    /// The report that this one amends, when it is on this phone.
    pub amended: Option<SessionLink>,
    /// The actions that came from it.
    pub actions: Vec<ActionRow>,
}

/// Another session.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SessionLink {
    /// Which.
    pub id: Ulid,
    /// When it starts.
    pub starts_at: String,
    /// What kind of talk.
    pub session_type: SessionType,
    /// Whether both sides signed it.
    pub closed: bool,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SignatureView {
    /// Who signed.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// When.
    pub at: String,
    /// On whose phone.
    pub captured_by: MemberId,
    /// Their name.
    pub captured_by_name: String,
    /// Captured on somebody else's phone.
    pub captured_elsewhere: bool,
    /// As it was drawn; empty when it was not.
    pub strokes: String,
    /// The name as it was typed in place of drawing; empty when it was not.
    pub typed: String,
    /// The report changed since.
    pub changed_since: bool,
    /// When it was contested; empty when not.
    pub contested_at: String,
    /// When the person said that it is theirs; empty when not.
    pub confirmed_at: String,
    /// Whether the reader may say that it is theirs.
    pub may_confirm: bool,
    /// Whether the reader may contest it.
    pub may_contest: bool,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GoalRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: GoalFields,
    /// Open, and its date is past.
    pub late: bool,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ActionRow {
    /// The entry.
    pub info: Info,
    /// Whose log.
    pub member: MemberId,
    /// Its fields.
    pub fields: ActionFields,
    /// The name of who does it.
    pub owner_name: String,
    /// Whether that is the reader.
    pub mine: bool,
    /// Not done, and its date is past.
    pub late: bool,
}

/// An ask for support.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AskRow {
    /// The entry.
    pub info: Info,
    /// Whose log.
    pub member: MemberId,
    /// Their name.
    pub member_name: String,
    /// What.
    pub text: String,
    /// How soon.
    pub urgency: Urgency,
    /// The answer; empty while there is none.
    pub answer: String,
    /// When it was answered; empty while it is not.
    pub answered_at: String,
    /// Whether the reader may answer.
    pub may_answer: bool,
}
