//! Events, answers, seats.

mod guests;
mod row;
mod sheet;

use besace_model::ids::Ulid;
use besace_model::kind::{Kind, Record};
use besace_model::kinds::event::{Event, Slot};

use super::EventsView;
use crate::view::Window;
use crate::views::{ViewReader, page, stands};

impl<'a> ViewReader<'a> {
    /// Events that stand, with their end: those to come in order, then those past, the latest first.
    pub(crate) fn all_events(&self, past: bool) -> Vec<(Ulid, &'a Event)> {
        let mut events: Vec<(String, Ulid, &Event)> = self
            .replica
            .docs
            .iter()
            .filter(|(_, doc)| doc.row.head.kind == Kind::Event)
            .filter_map(|(_, doc)| {
                let Some(Record::Event(Some(event))) = doc.record() else {
                    return None;
                };
                let id = doc.row.head.key.parse().ok()?;
                stands(&event.entry).then_some((id, &**event))
            })
            .filter(|(_, event)| event.is_over(self.now) == past)
            .map(|(id, event)| (self.shown_slot(event).start, id, event))
            .collect();
        events.sort_by(|(x, a, _), (y, b, _)| (x, a).cmp(&(y, b)));
        if past {
            events.reverse();
        }
        events
            .into_iter()
            .map(|(_, id, event)| (id, event))
            .collect()
    }

    pub(crate) fn events(&self, past: bool, window: Window) -> EventsView {
        let shown = self.all_events(past);
        let others = self.all_events(!past).len() as u32;
        let count = shown.len() as u32;
        EventsView {
            may_create: self.replica.grants.may_create_events(),
            upcoming: if past { others } else { count },
            past: if past { count } else { others },
            events: page(&shown, window, |(id, event)| self.event_row(*id, event)),
        }
    }

    /// The first slot still to come, or the last one.
    fn shown_slot(&self, event: &Event) -> Slot {
        let now = self.now.rfc3339();
        let slots = slots_in_order(event);
        slots
            .iter()
            .find(|(_, slot)| slot.end >= now)
            .or(slots.last())
            .map(|(_, slot)| (*slot).clone())
            .unwrap_or_default()
    }
}

/// Slots that stand, by start.
pub(crate) fn slots_in_order(event: &Event) -> Vec<(Ulid, &Slot)> {
    let mut slots: Vec<_> = event
        .slots
        .iter()
        .filter(|(_, slot)| slot.removed_at.is_empty())
        .map(|(id, slot)| (*id, slot))
        .collect();
    slots.sort_by(|(a, x), (b, y)| (&x.start, a).cmp(&(&y.start, b)));
    slots
}
