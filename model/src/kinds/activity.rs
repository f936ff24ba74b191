//! A member's activity of one calendar year: expenses, trips, leads, forecast. The owner writes.
//!
//! The journal stood here too, until it was to be its owner's and coaches' alone.

use automerge::Automerge;
use ts_rs::TS;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::entry::table;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, Cents, CentsUp, DayOfYear, Field, Kept, Line, Name, Number, OpenBasisPoints, OpenDay,
    Word,
};
use crate::doc::rules::{Rule, Table, Value, clearable};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Said, Spec};
use crate::kinds::journal::JournalEntry;
use crate::limits::{CENTS_MAX, TRIP_METRES_MAX};
use crate::moving::Moved;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

mod command;
mod words;

pub use command::ActivityCommand;
pub use words::*;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    moved: &[Moved {
        from: "journal",
        fields: &[],
        to: Kind::Journal,
        into: "journal",
    }],
    ..Spec::of_members(Named::PerMemberYear, Readers::Activity)
};

entry! {
    /// An expense.
    Expense in "expenses" by Owner, as ExpenseFields / ExpenseChanges {
        /// The day of the receipt.
        date: DayOfYear,
        /// What for.
        category: Word<ExpenseCategory>,
        /// In words.
        label: Name,
        /// Before tax, in cents.
        net_cents: Cents,
        /// Tax, in cents.
        vat_cents: Cents,
        /// The tax rate in basis points that its author chose; none when they do not know it.
        vat_rate_bp: OpenBasisPoints,
        /// How it was paid.
        kind: Word<ExpenseKind>,
    }
}

entry! {
    /// A trip.
    Trip in "mileage" by Owner, as TripFields / TripChanges {
        /// The day.
        date: DayOfYear,
        /// From.
        from: Name,
        /// To.
        to: Name,
        /// Distance in metres.
        metres: Number<1, TRIP_METRES_MAX>,
        /// The vehicle.
        vehicle: Word<Vehicle>,
        /// What for.
        purpose: Line,
    }
}

entry! {
    /// A business lead.
    Lead in "pipeline" by Owner, as LeadFields / LeadChanges {
        /// What it is.
        title: Name,
        /// With whom.
        contact: Line,
        /// What to do next.
        next_step: Line,
        /// Expected amount in cents.
        amount_cents: CentsUp,
        /// How far it has come.
        stage: Word<LeadStage>,
        /// By when; empty when open.
        due: OpenDay,
    }
}

/// A member's activity in one calendar year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Activity {
    /// Lines of the journal that the relay has not carried to their own document yet.
    pub journal: SortedMap<Ulid, JournalEntry>,
    /// Expenses.
    pub expenses: SortedMap<Ulid, Expense>,
    /// Trips.
    pub mileage: SortedMap<Ulid, Trip>,
    /// Business leads.
    pub pipeline: SortedMap<Ulid, Lead>,
    /// Expected turnover by month `YYYY-MM`, in cents.
    pub forecast: SortedMap<String, i64>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl DocHead {
    /// A member's activity in a calendar year.
    #[must_use]
    pub fn activity(member: MemberId, year: u16) -> Self {
        Self::new(Kind::Activity, member, format!("{year:04}"))
    }
}

/// A document's content.
pub type Content = Activity;
/// What a person does to one.
pub type Command = ActivityCommand;

impl Said for Activity {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["journal", "expenses", "mileage", "pipeline", "forecast"]
    entries [JournalEntry, Expense, Trip, Lead]
    rules {
        clearable("forecast/{month}", Value::Int(0, CENTS_MAX), Who::Owner),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Activity {
    let tree = Tree::read(doc, no_rank);
    let forecast = tree.map("forecast");
    Activity {
        journal: tree.map("journal").read(JournalEntry::read),
        expenses: tree.map("expenses").read(Expense::read),
        mileage: tree.map("mileage").read(Trip::read),
        pipeline: tree.map("pipeline").read(Lead::read),
        forecast: forecast
            .names()
            .map(|month| (month.to_owned(), forecast.number(month)))
            .collect(),
        conflicts: tree.conflicts(doc),
    }
}
