//! Events.

use super::{Checked, Settling, Shown};
use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::event::{Content, EventCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::requests::requests;
use crate::view::Window;
use crate::view::today::{NextItem, WaitingItem};
use crate::views::ViewReader;

pub(crate) mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::EventWait;

requests! {
    /// What screens ask of events.
    EventRequest, EventAnswer, EventViews by reader {
        /// Events to come or past.
        Events {
            /// Those over, the latest first, instead of those to come.
            past: bool,
            /// Which rows.
            window: Window,
        } -> EventsView = reader.events(*past, *window),
        /// One event.
        Event {
            /// The event.
            id: Ulid,
        } -> Option<Box<EventSheet>> = reader.event_sheet(*id).map(Box::new),
    }
}

impl Shown for Content {
    fn settle(at: &Settling<'_>) -> Option<Command> {
        if at.collection != "event" {
            return None;
        }
        Some(Command::Event(EventCommand::EditEvent {
            id: at.head.key.parse().ok()?,
            changes: at.changes()?,
        }))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.events_to_answer()
    }

    fn next(reader: &ViewReader<'_>) -> Vec<NextItem> {
        reader.next_events()
    }
}

impl Checked for EventCommand {}
