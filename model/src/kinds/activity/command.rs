//! What a person does to their activity.

use automerge::Automerge;
use ts_rs::TS;

use super::{ExpenseChanges, ExpenseFields, LeadChanges, LeadFields, TripChanges, TripFields};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};
use crate::time::year_of;

/// What a person does to their activity.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ActivityCommand {
    /// Records an expense of one's own.
    AddExpense {
        /// The new entry.
        id: Ulid,
        /// All its fields, `date` included.
        expense: ExpenseFields,
    },
    /// Changes fields of an expense; also how a conflict is settled.
    EditExpense {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: ExpenseChanges,
    },
    /// Records a trip of one's own.
    AddTrip {
        /// The new entry.
        id: Ulid,
        /// All its fields.
        trip: TripFields,
    },
    /// Changes fields of a trip.
    EditTrip {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: TripChanges,
    },
    /// Hands in an expense or a trip, to be decided on, or takes it back.
    SubmitLine {
        /// The activity's year.
        year: u16,
        /// The expense or the trip.
        id: Ulid,
        /// Whether it is handed in.
        submitted: bool,
    },
    /// Opens a business lead in a year's pipeline.
    AddLead {
        /// The activity's year.
        year: u16,
        /// The new entry.
        id: Ulid,
        /// All its fields.
        lead: LeadFields,
    },
    /// Changes fields of a lead.
    EditLead {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: LeadChanges,
    },
    /// Says what turnover one expects in a month (`YYYY-MM`).
    SetForecast {
        /// The month.
        month: String,
        /// In cents.
        cents: i64,
    },
}

impl Commands for ActivityCommand {
    fn target(&self, author: MemberId) -> DocHead {
        let year = match self {
            Self::AddExpense { expense, .. } => year_of(&expense.date),
            Self::AddTrip { trip, .. } => year_of(&trip.date),
            Self::SetForecast { month, .. } => year_of(month),
            Self::EditExpense { year, .. }
            | Self::EditTrip { year, .. }
            | Self::SubmitLine { year, .. }
            | Self::AddLead { year, .. }
            | Self::EditLead { year, .. } => *year,
        };
        DocHead::activity(author, year)
    }

    /// What is handed in is what stands then.
    fn is_of_what_stands(&self) -> bool {
        matches!(self, Self::SubmitLine { .. })
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}

impl ActivityCommand {
    /// Writes what a command says.
    fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddExpense { id, expense } => {
                entry::add::<ExpenseChanges>(writer, *id, &expense.clone().into())
            }
            Self::EditExpense { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddTrip { id, trip } => {
                entry::add::<TripChanges>(writer, *id, &trip.clone().into())
            }
            Self::EditTrip { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::SubmitLine { id, submitted, .. } => {
                let place = writer.entry("expenses", *id);
                let place = place.or_else(|_| writer.entry("mileage", *id))?;
                writer.put_since(&place, "submitted_at", *submitted)
            }
            Self::AddLead { id, lead, .. } => {
                entry::add::<LeadChanges>(writer, *id, &lead.clone().into())
            }
            Self::EditLead { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::SetForecast { month, cents } => {
                let forecast = writer.top("forecast")?;
                if format!("{:04}", year_of(month)) != writer.key() {
                    return Err(forecast.invalid(month));
                }
                writer.put(&forecast, month, *cents)
            }
        }
    }
}
