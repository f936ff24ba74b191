//! Who was at an event, as those mark it who hold it.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::attendance::{Presence, TakesPart};
use besace_model::kinds::event::EventKind;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{Info, RecordState};

/// Who is expected at an event, and what was marked of them.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AttendanceSheet {
    /// The event's name.
    pub title: String,
    /// What it is.
    pub kind: EventKind,
    /// The branch that holds it; empty for all.
    pub branch: String,
    /// Its half-days in order of time, then those that were taken out and are marked.
    pub slots: Vec<AttendanceSlot>,
    /// Who is expected or marked: those who take part by name, then those who hold it.
    pub rows: Vec<AttendanceRow>,
}

/// A half-day of an event.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AttendanceSlot {
    /// The slot.
    pub id: Ulid,
    /// When it begins (RFC 3339).
    pub start: String,
    /// When it ends (RFC 3339).
    pub end: String,
    /// Where.
    pub place: String,
    /// Whether the event still has it.
    pub stands: bool,
    /// How many are marked as there.
    pub present: u32,
    /// Of these, how many signed.
    pub signed: u32,
    /// Of how many nothing is marked.
    pub unmarked: u32,
}

/// Somebody who is expected or marked: a member, or a visitor.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AttendanceRow {
    /// The member.
    pub member: Option<MemberId>,
    /// The visitor, where it is no member.
    pub visitor: Option<Ulid>,
    /// Their name.
    pub name: String,
    /// The member's trade name, or where the visitor is from.
    pub of: String,
    /// Whether they have a seat, or said that they come.
    pub is_expected: bool,
    /// Whether they hold the event.
    pub is_trainer: bool,
    /// The entry of a visitor.
    pub info: Option<Info>,
    /// What stands of each slot, in their order.
    pub marks: Vec<Option<MarkCell>>,
}

/// What stands of a person and a slot.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MarkCell {
    /// Every mark of them that was not taken back; the first stands.
    pub ids: Vec<Ulid>,
    /// Whether they were there.
    pub presence: Presence,
    /// As what they take part.
    pub part: TakesPart,
    /// Whether they signed it.
    pub is_signed: bool,
    /// Their signature as it was drawn; empty when it was not.
    pub strokes: String,
    /// Their name as they typed it to sign; empty when they did not.
    pub typed: String,
    /// When the slot began as it was marked (RFC 3339).
    pub start: String,
    /// When it ended as it was marked (RFC 3339).
    pub end: String,
    /// On whose phone it was marked.
    pub by: String,
    /// When (RFC 3339).
    pub at: String,
    /// How far it has travelled.
    pub state: RecordState,
}
