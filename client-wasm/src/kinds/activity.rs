//! Activities.

use besace_model::kinds::journal::Journal;
use super::{Checked, Settling, Shown};
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::activity::{Activity, ActivityCommand, LeadStage};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::requests::requests;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};
use crate::views::ViewReader;

pub(crate) mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::ActivityWait;

requests! {
    /// What screens ask of activities. `member: null` means oneself.
    ActivityRequest, ActivityAnswer, ActivityViews by reader {
        /// A year in figures.
        Activity {
            /// Whose.
            member: Option<MemberId>,
            /// The year.
            year: u16,
        } -> Option<ActivityView> = reader.activity_view(reader.whose(*member), *year),
        /// A page of expenses.
        Expenses {
            /// Whose.
            member: Option<MemberId>,
            /// The year.
            year: u16,
            /// One month `YYYY-MM` only.
            month: Option<String>,
            /// Which rows.
            window: Window,
        } -> Page<ExpenseRow> =
            reader.expenses(reader.whose(*member), *year, month.as_deref(), *window),
        /// A page of trips.
        Trips {
            /// Whose.
            member: Option<MemberId>,
            /// The year.
            year: u16,
            /// One month `YYYY-MM` only.
            month: Option<String>,
            /// Which rows.
            window: Window,
        } -> Page<TripRow> = reader.trips(reader.whose(*member), *year, month.as_deref(), *window),
        /// A page of leads.
        Leads {
            /// Whose.
            member: Option<MemberId>,
            /// The year.
            year: u16,
            /// One stage only.
            stage: Option<LeadStage>,
            /// Which rows.
            window: Window,
        } -> Page<LeadRow> = reader.leads(reader.whose(*member), *year, *stage, *window),
        /// One entry, removed or not.
        ActivityEntry {
            /// Whose.
            member: Option<MemberId>,
            /// The year.
            year: u16,
            /// The entry.
            id: Ulid,
        } -> Option<Box<ActivityEntry>> =
            reader.activity_entry(reader.whose(*member), *year, *id).map(Box::new),
    }
}

impl Shown for Activity {
    fn collection(word: &str) -> &'static str {
        if word == "setForecast" {
            "forecast"
        } else {
            ""
        }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let year = at.head.key.parse().ok()?;
        if at.collection == "forecast" {
            return Some(Command::Activity(ActivityCommand::SetForecast {
                month: at.id.to_owned(),
                cents: at.value()?,
            }));
        }
        if at.collection == "journal" {
            return Journal::settle(at);
        }
        let id = at.id.parse().ok()?;
        Some(Command::Activity(match at.collection {
            "expenses" => ActivityCommand::EditExpense {
                year,
                id,
                changes: at.changes()?,
            },
            "mileage" => ActivityCommand::EditTrip {
                year,
                id,
                changes: at.changes()?,
            },
            "pipeline" => ActivityCommand::EditLead {
                year,
                id,
                changes: at.changes()?,
            },
            _ => return None,
        }))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.leads_due()
    }
}

impl Checked for ActivityCommand {}
