//! What those follow who lead: figures of a calendar year, month by month, without a name and without a word. The relay
//! derives them from documents of other kinds; `given` says from which, and what each of them gives.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable};
use crate::doc::tree::{Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::plain::{FromPlain, ToPlain};
use crate::projection::Relayed;
use crate::sorted::SortedMap;

mod counted;
mod derived;
mod figures;
mod given;
mod standing;

pub use counted::{Counted, counted, is_counted};
pub use figures::MonthFigures;

/// Who had no session for so many days is not seen; who had no exchange either is isolated.
pub const UNSEEN_DAYS: i64 = 90;

/// Parts of figures, by what they are of and which: `branch:Vallée`, `asks:legal`.
pub type Parts = SortedMap<String, i64>;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Indicators>()),
    fetched: Fetched::Late,
    is_told: false,
    ..Spec::of_members(Named::PerYear, Readers::Direction)
};

/// Figures of a calendar year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Indicators {
    /// Figures by month `YYYY-MM`; a month of which there is nothing to tell has none.
    pub months: SortedMap<String, MonthFigures>,
    /// What some of them are made of, by month.
    pub parts: SortedMap<String, Parts>,
}

impl DocHead {
    /// The figures of a calendar year.
    #[must_use]
    pub fn indicators(year: u16) -> Self {
        Self::new(Kind::Indicators, MemberId::RELAY, format!("{year:04}"))
    }
}

/// A document's content.
pub type Content = Indicators;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for Indicators {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["months", "parts"]
    groups [MonthFigures::RULES]
    rules {
        clearable("parts/{month}", Value::Map, Who::Relay),
        clearable("parts/{month}/{tag}", Value::Int(0, i64::MAX), Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Indicators {
    let tree = Tree::read(doc, no_rank);
    let months = tree.map("months").entries();
    Indicators {
        months: months
            .map(|(month, map)| (month, MonthFigures::read(map)))
            .collect(),
        parts: tree
            .map("parts")
            .entries()
            .map(|(month, map)| (month, map.numbers().collect()))
            .collect(),
    }
}
