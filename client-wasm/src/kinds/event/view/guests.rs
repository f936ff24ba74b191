//! Who answered what, who has a seat, and who offers a lift.

use besace_model::ids::MemberId;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::plain::ToPlain;
use ts_rs::TS;

/// Who answered what.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GuestList {
    /// Those who answered.
    pub rows: Vec<GuestRow>,
    /// What those who come cannot eat.
    pub diets: Vec<DietCount>,
}

/// Someone who answered.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GuestRow {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What they answered.
    pub status: AnswerStatus,
    /// A word to the organisers.
    pub comment: String,
    /// What they cannot eat.
    pub diet: String,
    /// Seats offered in a car.
    pub carpool_seats: i64,
    /// From where.
    pub carpool_from: String,
    /// How good it was to them, 1 to 5; `null` while they did not say.
    pub score: Option<i64>,
    /// Why, in words.
    pub words: String,
}

/// How many cannot eat the same.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct DietCount {
    /// What.
    pub diet: String,
    /// How many.
    pub count: u32,
}

/// A lift that is offered.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct RideRow {
    /// Who offers it.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Seats in their car.
    pub seats: i64,
    /// From where.
    pub from: String,
}

/// Someone with a seat or on the waiting list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SeatRow {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their trade name.
    pub trade_name: String,
    /// When the relay decided.
    pub at: String,
}
