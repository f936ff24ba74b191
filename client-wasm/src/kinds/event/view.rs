//! Events, answers and seats.

mod guests;

use besace_model::kinds::event::{EventFields, EventKind, EventStatus};
use besace_model::kinds::rsvp::{AnswerFields, AnswerStatus};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::kinds::attended::AttendedRow;
use crate::kinds::post::PostRow;
use crate::view::{Info, Page, RecordState};

pub use guests::{DietCount, GuestList, GuestRow, RideRow, SeatRow};

/// Events to come or past.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct EventsView {
    /// Whether the reader may create one.
    pub may_create: bool,
    /// How many are to come.
    pub upcoming: u32,
    /// How many are past.
    pub past: u32,
    /// The rows asked for.
    pub events: Page<EventRow>,
}

/// What the cooperative decided about my seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum SeatState {
    /// None asked for.
    None,
    /// Asked for, not decided: on this phone, or the relay has not said yet.
    Requested,
    /// The relay has the answer; what it decided has not come to this phone yet.
    ToCome,
    /// A seat.
    Seated,
    /// On the waiting list.
    Waitlisted,
}

/// An event in a list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct EventRow {
    /// The entry.
    pub info: Info,
    /// Its name.
    pub title: String,
    /// What it is.
    pub kind: EventKind,
    /// Whether it takes place.
    pub status: EventStatus,
    /// Start of the first slot still to come, or of the last one; empty without slots.
    pub starts_at: String,
    /// End of that slot.
    pub ends_at: String,
    /// Where.
    pub place: String,
    /// How many slots.
    pub slots: u32,
    /// The branch that holds it; empty for all.
    pub branch: String,
    /// Seats; 0 for no limit.
    pub capacity: i64,
    /// Seats taken.
    pub seated: u32,
    /// On the waiting list.
    pub waiting: u32,
    /// Answered perhaps.
    pub tentative: i64,
    /// Declined.
    pub declined: i64,
    /// Whether answers are taken.
    pub signup_open: bool,
    /// Whether it has ended.
    pub is_over: bool,
    /// Raised whenever time or place changes.
    pub sequence: i64,
    /// My answer.
    pub answer: AnswerStatus,
    /// How far my answer has travelled; `null` when I have not answered.
    pub answer_state: Option<RecordState>,
    /// The event moved since I answered.
    pub to_reconfirm: bool,
    /// My seat.
    pub seat: SeatState,
    /// My place in the waiting list, from 1; `null` when not on it.
    pub waiting_rank: Option<u32>,
}

/// An event in full.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct EventSheet {
    /// What the list shows.
    pub row: EventRow,
    /// Its fields; slots in order of time, those taken out left out.
    pub fields: EventFields,
    /// What its status may become, the one that stands included.
    pub statuses: Vec<EventStatus>,
    /// My answer in full; `null` when I have not answered.
    pub my_answer: Option<AnswerFields>,
    /// Names the state of the document that it was read from, for [`crate::api::Intent::Do`].
    pub answer_base: String,
    /// Who comes, by rank.
    pub going: Vec<SeatRow>,
    /// Who waits, by rank; nobody for those who do not hold the event.
    pub waiting: Vec<SeatRow>,
    /// Who answered what; `null` for those who do not hold the event.
    pub guests: Option<GuestList>,
    /// Lifts that are offered.
    pub rides: Vec<RideRow>,
    /// What members tell of it.
    pub told: Vec<PostRow>,
    /// What was marked of me, in order of time.
    pub attended: Vec<AttendedRow>,
    /// Whether I mark who is there.
    pub may_mark: bool,
    /// How good it was to me, 1 to 5; `null` while I did not say.
    pub my_score: Option<i64>,
    /// Why, in words.
    pub my_words: String,
    /// Whether I may be asked: it is over, and I had a seat or told somebody that I come.
    pub may_rate: bool,
}
