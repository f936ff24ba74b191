//! Where one was.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::attendance::{Presence, TakesPart};
use besace_model::kinds::attended::{Attended, AttendedSlot};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::Shown;
use crate::requests::requests;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page};

requests! {
    /// What screens ask of where one was.
    AttendedRequest, AttendedAnswer, AttendedViews by reader {
        /// The half-days at which one was marked, the latest first.
        Attended {
            /// Which rows.
            window: Window,
        } -> Page<AttendedRow> = reader.attended(*window),
    }
}

/// A half-day at which one was marked.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AttendedRow {
    /// The event's slot.
    pub slot: Ulid,
    /// The event.
    pub event: Option<Ulid>,
    /// Its name; empty when it is not on this phone.
    pub title: String,
    /// When it began (RFC 3339).
    pub start: String,
    /// When it ended (RFC 3339).
    pub end: String,
    /// Whether one was there.
    pub presence: Presence,
    /// As what.
    pub part: TakesPart,
    /// Whether one signed it.
    pub is_signed: bool,
    /// On whose phone.
    pub by: String,
    /// When (RFC 3339).
    pub at: String,
}

impl Shown for Attended {}

impl ViewReader<'_> {
    fn attended(&self, window: Window) -> Page<AttendedRow> {
        page(&self.all_attended(), window, |(slot, at)| {
            self.attended_row(*slot, at)
        })
    }

    /// What was marked of the reader at an event, in order of time.
    pub(crate) fn attended_of(&self, event: Ulid) -> Vec<AttendedRow> {
        let all = self.all_attended().into_iter().rev();
        let of_event = all.filter(|(_, at)| at.event == Some(event));
        of_event.map(|(slot, at)| self.attended_row(slot, at)).collect()
    }

    fn all_attended(&self) -> Vec<(Ulid, &AttendedSlot)> {
        let attended: Option<&Attended> = self.doc(&DocHead::attended(self.me_id()));
        let slots = attended.into_iter().flat_map(|it| &it.slots);
        let mut slots: Vec<_> = slots.map(|(slot, at)| (*slot, at)).collect();
        slots.sort_by(|(a, x), (b, y)| (&y.start, b).cmp(&(&x.start, a)));
        slots
    }

    fn attended_row(&self, slot: Ulid, at: &AttendedSlot) -> AttendedRow {
        let event = at.event.and_then(|id| self.event(id));
        AttendedRow {
            slot,
            event: at.event,
            title: event.map(|event| event.title.clone()).unwrap_or_default(),
            start: at.start.clone(),
            end: at.end.clone(),
            presence: at.presence,
            part: at.part,
            is_signed: at.signed,
            by: at.marked_by.map(|by| self.name(by)).unwrap_or_default(),
            at: at.marked_at.clone(),
        }
    }
}
