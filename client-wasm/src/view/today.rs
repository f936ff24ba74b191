//! The first screen: what is next, what waits for me.

use besace_model::ids::MemberId;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::Place;
use super::sync::SyncView;
use crate::kinds::{Next, Wait};

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct TodayView {
    /// What waits for the reader, the most pressing first; at most [`WAITING_MAX`].
    pub waiting: Vec<WaitingItem>,
    /// How many things wait in all.
    pub waiting_total: u32,
    /// What comes up, the next first; at most [`NEXT_MAX`].
    pub next: Vec<NextItem>,
    /// Items of "while you were away" not looked at.
    pub away: u32,
    /// The state of sync.
    pub sync: SyncView,
}

/// Items shown as waiting.
pub const WAITING_MAX: usize = 60;
/// Items shown as next.
pub const NEXT_MAX: usize = 10;
/// What is due within so many days is soon.
pub const SOON_DAYS: i64 = 7;

/// Something that comes up.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct NextItem {
    /// When it starts.
    pub at: String,
    /// What it is.
    pub what: Next,
}

/// How pressing something is, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum Pressing {
    /// It went wrong: before everything else, whatever its day.
    Wrong,
    /// Its day is past.
    Late,
    /// It is due within [`SOON_DAYS`], or since some time.
    Soon,
    /// The rest.
    Later,
}

/// Why something waits that is of no kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum WholeWait {
    /// Something I wrote was refused.
    Refused,
    /// A field to check.
    Conflict,
    /// A text to read again.
    Reread,
}

/// Something that waits for the reader.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct WaitingItem {
    /// Why it waits.
    pub why: Wait,
    /// How pressing it is.
    pub pressing: Pressing,
    /// What it is, in its own words.
    pub label: String,
    /// Whose.
    pub member: Option<MemberId>,
    /// Their name.
    pub who: String,
    /// Date or instant by which, or since which; empty when open.
    pub due: String,
    /// Where it is shown; `null` for refused work, which has its own page.
    pub place: Option<Place>,
}
