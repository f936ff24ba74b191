//! The cooperative's own legal, tax and social calendar of one year: what is due when, who answers for it, what was done.
//! Finance and direction write it, the team reads it.

use automerge::Automerge;
use ts_rs::TS;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::entry::table;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, DayOfYear, Field, Kept, Line, Name, OpenDay, Person, Text, Word};
use crate::doc::rules::{Rule, Table};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Said, Spec};
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

mod calendar;
mod command;
mod words;
mod working_days;

pub use calendar::{DutyTerms, ProposedDuty, calendar};
pub use command::DutiesCommand;
pub use words::{DutyCause, DutyStanding, DutyTemplate};

/// What the kind says about itself.
pub const SPEC: Spec = Spec::of_members(Named::PerYear, Readers::Team);

entry! {
    /// Something that the cooperative owes by a day.
    Duty in "duties" by Direction, as DutyFields / DutyChanges {
        /// What sort of duty.
        template: Word<DutyTemplate>,
        /// What it is called.
        title: Name,
        /// By when.
        due: DayOfYear,
        /// Who answers for it.
        responsible: Person,
        /// The day on which it was done; empty while it is not.
        done_on: OpenDay,
        /// What proves it: a number, a place, an address.
        evidence: Line,
        /// What to know of it.
        note: Text,
    }
}

/// The calendar of one year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Duties {
    /// What is due.
    pub duties: SortedMap<Ulid, Duty>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Duty {
    /// How it stands on a day, where what is due until another day is due soon.
    #[must_use]
    pub fn standing(&self, today: &str, soon: &str) -> DutyStanding {
        match self.due.as_str() {
            _ if !self.done_on.is_empty() => DutyStanding::Done,
            due if due < today => DutyStanding::Late,
            due if due <= soon => DutyStanding::Soon,
            _ => DutyStanding::Open,
        }
    }
}

impl DocHead {
    /// The cooperative's calendar of one year.
    #[must_use]
    pub fn duties(year: u16) -> Self {
        Self::new(Kind::Duties, MemberId::RELAY, format!("{year:04}"))
    }
}

/// A document's content.
pub type Content = Duties;
/// What direction does to it.
pub type Command = DutiesCommand;

impl Said for Duties {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["duties"]
    entries [Duty]
    rules {}
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Duties {
    let tree = Tree::read(doc, no_rank);
    Duties {
        duties: tree.map("duties").read(Duty::read),
        conflicts: tree.conflicts(doc),
    }
}
