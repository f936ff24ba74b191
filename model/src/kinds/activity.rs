//! A member's activity of one calendar year: expenses, trips, leads, forecast. The owner writes.
//!
//! The journal stood here too, until it was to be its owner's and coaches' alone.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{A_FILE, Table, Value, clearable};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::files::NamedFile;
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Calls, Concern, Kind, Said, Spec};
use crate::kinds::journal::JournalEntry;
use crate::limits::CENTS_MAX;
use crate::moving::Moved;
use crate::plain::{FromPlain, ToPlain};
use crate::record::Conflict;
use crate::sorted::SortedMap;

mod command;
mod digest;
mod entries;
mod words;

pub use command::ActivityCommand;
pub use entries::{
    Expense, ExpenseChanges, ExpenseFields, Lead, LeadChanges, LeadFields, Trip, TripChanges,
    TripFields,
};
pub use words::*;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    moved: &[Moved {
        from: "journal",
        fields: &[],
        to: Kind::Journal,
        into: "journal",
    }],
    calls: Calls::Subject(Concern::Accounts),
    ..Spec::of_members(Named::PerMemberYear, Readers::Activity)
};

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
    /// When their member handed in an expense or a trip (RFC 3339).
    pub submitted: SortedMap<Ulid, String>,
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

    fn files(&self) -> Vec<NamedFile> {
        let expenses = self.expenses.values();
        expenses.flat_map(|it| it.files.iter()).copied().collect()
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["journal", "expenses", "mileage", "pipeline", "forecast"]
    entries [JournalEntry, Expense, Trip, Lead]
    rules {
        clearable("expenses/{ulid}/files/{sha256}", A_FILE, Who::Owner),
        clearable("expenses/{ulid}/submitted_at", Value::Instant, Who::Owner),
        clearable("mileage/{ulid}/submitted_at", Value::Instant, Who::Owner),
        clearable("forecast/{month}", Value::Int(0, CENTS_MAX), Who::Owner),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Activity {
    let tree = Tree::read(doc, no_rank);
    let forecast = tree.map("forecast");
    let lines = [tree.map("expenses"), tree.map("mileage")];
    Activity {
        journal: tree.map("journal").read(JournalEntry::read),
        expenses: tree.map("expenses").read(Expense::read),
        mileage: tree.map("mileage").read(Trip::read),
        submitted: lines
            .into_iter()
            .flat_map(Map::entries)
            .map(|(id, line)| (id, line.string("submitted_at")))
            .filter(|(_, at)| !at.is_empty())
            .collect(),
        pipeline: tree.map("pipeline").read(Lead::read),
        forecast: forecast
            .names()
            .map(|month| (month.to_owned(), forecast.number(month)))
            .collect(),
        conflicts: tree.conflicts(doc),
    }
}
