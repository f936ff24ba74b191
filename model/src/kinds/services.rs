//! The account of the services that the cooperative shares, of one year: what they cost and what pays for them. The
//! cooperative owes it to its members at the end of each year; finance and direction write it, everybody reads it.

use automerge::Automerge;
use ts_rs::TS;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::entry::table;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, CentsUp, Day, Field, Kept, Name, OpenDay, Text, Word};
use crate::doc::rules::{Rule, Table};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

mod command;
mod words;

pub use command::ServicesCommand;
pub use words::ServicePost;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    ..Spec::of_members(Named::PerYear, Readers::Everyone)
};

entry! {
    /// What an account says of itself.
    ServiceAccount in "accounts" by Direction, as ServiceAccountFields / ServiceAccountChanges {
        /// The last day of the year that it is of.
        closes: Day,
        /// The day on which it was settled; empty while it may change.
        settled_on: OpenDay,
        /// What to know of it.
        words: Text,
    }
}

entry! {
    /// What one service costs, or what comes in for them.
    ServiceLine in "lines" by Direction, as ServiceLineFields / ServiceLineChanges {
        /// What it belongs to.
        post: Word<ServicePost>,
        /// What it is called.
        label: Name,
        /// How much, in the year.
        cents: CentsUp,
        /// What to know of it.
        note: Text,
    }
}

/// The account of one year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Services {
    /// What it says of itself, under [`Services::account_id`].
    pub accounts: SortedMap<Ulid, ServiceAccount>,
    /// Costs, and what pays for them.
    pub lines: SortedMap<Ulid, ServiceLine>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

/// What comes in for shared services and what they cost, in cents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ServiceTotals {
    /// What comes in.
    pub income_cents: i64,
    /// Of this, what members contribute.
    pub contribution_cents: i64,
    /// What they cost.
    pub cost_cents: i64,
}

impl Services {
    /// The identifier of what an account says of itself: a year has one, whoever writes it first.
    #[must_use]
    pub fn account_id(year: u16) -> Ulid {
        Ulid::from_parts(u64::from(year), [0; 10])
    }

    /// What the account says of itself; `None` while nobody said it.
    #[must_use]
    pub fn account(&self, year: u16) -> Option<&ServiceAccount> {
        let account = self.accounts.get(&Self::account_id(year))?;
        account.entry.removed_at.is_empty().then_some(account)
    }

    /// The lines that stand.
    pub fn standing(&self) -> impl Iterator<Item = (Ulid, &ServiceLine)> {
        let lines = self.lines.iter();
        lines
            .filter(|(_, line)| line.entry.removed_at.is_empty())
            .map(|(id, line)| (*id, line))
    }

    /// What comes in and what it costs, of the lines that stand.
    #[must_use]
    pub fn totals(&self) -> ServiceTotals {
        let mut totals = ServiceTotals::default();
        for (_, line) in self.standing() {
            if !line.post.is_income() {
                totals.cost_cents += line.cents;
                continue;
            }
            totals.income_cents += line.cents;
            if line.post == ServicePost::Contributions {
                totals.contribution_cents += line.cents;
            }
        }
        totals
    }

    /// Whether a line was written, changed or removed after a moment (RFC 3339).
    #[must_use]
    pub fn is_changed_since(&self, moment: &str) -> bool {
        let lines = self.lines.values().map(|line| &line.entry);
        lines
            .flat_map(|entry| [&entry.created_at, &entry.updated_at, &entry.removed_at])
            .any(|at| at.as_str() > moment)
    }
}

impl DocHead {
    /// The account of the services shared in one year.
    #[must_use]
    pub fn services(year: u16) -> Self {
        Self::new(Kind::Services, MemberId::RELAY, format!("{year:04}"))
    }
}

/// A document's content.
pub type Content = Services;
/// What finance does to it.
pub type Command = ServicesCommand;

impl Said for Services {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["accounts", "lines"]
    entries [ServiceAccount, ServiceLine]
    rules {}
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Services {
    let tree = Tree::read(doc, no_rank);
    Services {
        accounts: tree.map("accounts").read(ServiceAccount::read),
        lines: tree.map("lines").read(ServiceLine::read),
        conflicts: tree.conflicts(doc),
    }
}
