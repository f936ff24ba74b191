//! Which events wait for an answer, and which come up.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::event::{Event, EventStatus};
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::entry::shorten;
use crate::kinds::{Next, Wait};
use crate::view::Place;
use crate::view::today::{NEXT_MAX, NextItem, WaitingItem};
use crate::views::ViewReader;

/// Why an event waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum EventWait {
    /// It moved: confirm again.
    Reconfirm,
    /// It is without my answer.
    Answer,
}

impl<'a> ViewReader<'a> {
    pub(crate) fn events_to_answer(&self) -> Vec<WaitingItem> {
        let events = self.events_to_come();
        let rows = events.map(|(id, event)| self.event_row(id, event));
        rows.filter_map(|row| {
            let word = if row.to_reconfirm {
                EventWait::Reconfirm
            } else if row.answer == AnswerStatus::NeedsAction && row.signup_open {
                EventWait::Answer
            } else {
                return None;
            };
            let head = DocHead::event(row.info.id);
            Some(WaitingItem {
                why: Wait::Event { word },
                pressing: self.near(&row.starts_at),
                label: shorten(&row.title),
                member: None,
                who: row.info.created_by_name,
                due: row.starts_at,
                place: Some(Place::new(&head, "", "")),
            })
        })
        .collect()
    }

    pub(crate) fn next_events(&self) -> Vec<NextItem> {
        let next = self.events_to_come().take(NEXT_MAX);
        next.map(|(id, event)| {
            let row = self.event_row(id, event);
            NextItem {
                at: row.starts_at.clone(),
                what: Next::Event { row: Box::new(row) },
            }
        })
        .collect()
    }

    fn events_to_come(&self) -> impl Iterator<Item = (Ulid, &'a Event)> {
        let events = self.all_events(false).into_iter();
        events.filter(|(_, event)| event.status != EventStatus::Cancelled)
    }
}
