//! The cooperative's own legal, tax and social calendar.

use besace_model::command::Command;
use besace_model::kinds::duties::{Duties, DutiesCommand, DutyTerms, ProposedDuty};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};
use crate::views::ViewReader;

mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::DutiesWait;

requests! {
    /// What screens ask of the calendar.
    DutiesRequest, DutiesAnswer, DutiesViews by reader {
        /// What is due in a year, by day, what is late first; or what was done, the latest first.
        Duties {
            /// The year.
            year: u16,
            /// Whether it is what was done.
            done: bool,
            /// Which rows.
            window: Window,
        } -> Page<DutyRow> = reader.duties(*year, *done, *window),
        /// How much of a year stands how.
        DutyTotals {
            /// The year.
            year: u16,
        } -> DutyTotals = reader.duty_totals(*year),
        /// What a year asks for that is not in its calendar, and was not taken out of it.
        ProposedDuties {
            /// The year.
            year: u16,
            /// What differs from one cooperative to the next.
            terms: DutyTerms,
        } -> Vec<ProposedDuty> = reader.proposed_duties(*year, *terms),
    }
}

impl Shown for Duties {
    fn collection(_: &str) -> &'static str {
        "duties"
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        Some(Command::Duties(DutiesCommand::EditDuty {
            year: at.head.key.parse().ok()?,
            id: at.id.parse().ok()?,
            changes: at.changes()?,
        }))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.duties_wait()
    }
}

impl Checked for DutiesCommand {}
