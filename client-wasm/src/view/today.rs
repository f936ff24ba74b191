//! The first screen: what is next, what waits for me.

use besace_model::ids::MemberId;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::Place;
use super::sync::SyncView;
use crate::kinds::coaching_log::SessionRow;
use crate::kinds::event::EventRow;

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct TodayView {
    /// What waits for the reader, the most pressing first; at most [`WAITING_MAX`].
    pub waiting: Vec<WaitingItem>,
    /// How many things wait in all.
    pub waiting_total: u32,
    /// The next sessions, the reader's own and those they hold; at most [`NEXT_MAX`].
    pub next_sessions: Vec<SessionRow>,
    /// The next events; at most [`NEXT_MAX`].
    pub next_events: Vec<EventRow>,
    /// The current month's own figures.
    pub month: MonthFigures,
    /// Items of "while you were away" not looked at.
    pub away: u32,
    /// The state of sync.
    pub sync: SyncView,
}

/// Items shown as waiting.
pub const WAITING_MAX: usize = 60;
/// Sessions and events shown as next.
pub const NEXT_MAX: usize = 5;

/// A month's own figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MonthFigures {
    /// `YYYY-MM`.
    pub month: String,
    /// Expenses before tax, in cents.
    pub expense_net_cents: i64,
    /// Distance, in metres.
    pub metres: i64,
    /// Turnover expected, in cents; `null` when nothing was said.
    pub forecast_cents: Option<i64>,
}

/// Why something waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum WaitingKind {
    /// A signature was captured in my name: is it mine?
    SignedForMe,
    /// A signature that I captured is contested.
    Contested,
    /// What I signed, or what was signed on my phone, changed since: the signature binds nothing that stands.
    ChangedSince,
    /// Something I wrote was refused.
    Refused,
    /// A field to check.
    Conflict,
    /// A text to read again.
    Reread,
    /// An ask of a member I accompany.
    Ask,
    /// An action of mine past its date.
    ActionLate,
    /// A report to sign.
    Sign,
    /// A statutory report to complete.
    Report,
    /// An event moved: confirm again.
    Reconfirm,
    /// An event without my answer.
    Answer,
    /// An action of mine due within a week.
    ActionDue,
    /// A lead whose next step is due.
    LeadDue,
    /// A session to prepare.
    Prepare,
}

/// Something that waits for the reader.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct WaitingItem {
    /// Why it waits.
    pub kind: WaitingKind,
    /// What it is, in its own words.
    pub label: String,
    /// Whose.
    pub member: Option<MemberId>,
    /// Their name.
    pub who: String,
    /// Date or instant by which; empty when open.
    pub due: String,
    /// That is past.
    pub late: bool,
    /// Where it is shown; `null` for refused work, which has its own page.
    pub place: Option<Place>,
}
