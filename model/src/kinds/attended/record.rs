//! Where a member was, as plain data.

use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::kinds::attendance::{Presence, Standing, TakesPart};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedMap;

/// The half-days at which a member was marked.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Attended {
    /// By the event's slot.
    pub slots: SortedMap<Ulid, AttendedSlot>,
}

/// What stands of a member and a slot.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct AttendedSlot {
    /// The event.
    pub event: Option<Ulid>,
    /// When it began (RFC 3339).
    pub start: String,
    /// When it ended (RFC 3339).
    pub end: String,
    /// Whether they were there.
    pub presence: Presence,
    /// As what.
    pub part: TakesPart,
    /// Whether they signed it.
    pub signed: bool,
    /// On whose phone.
    pub marked_by: Option<MemberId>,
    /// When (RFC 3339).
    pub marked_at: String,
}

/// What an event gives to each who was marked there.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub struct Part {
    pub(super) slots: SortedMap<Ulid, AttendedSlot>,
}

impl Said for Attended {}

impl AttendedSlot {
    pub(super) fn new(event: Ulid, standing: &Standing<'_>) -> Self {
        let mark = standing.mark;
        Self {
            event: Some(event),
            start: mark.start.clone(),
            end: mark.end.clone(),
            presence: mark.presence,
            part: standing.part(),
            signed: mark.is_signed(),
            marked_by: mark.entry.created_by,
            marked_at: mark.entry.created_at.clone(),
        }
    }
}
