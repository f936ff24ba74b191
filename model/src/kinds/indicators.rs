//! What those follow who lead: figures of a calendar year, month by month, without a name and without a word. The relay
//! derives them from documents of other kinds; `given` says from which, and what each of them gives.

use automerge::Automerge;

use crate::access::Readers;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::Table;
use crate::doc::tree::{Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::plain::{FromPlain, ToPlain};
use crate::projection::Relayed;
use crate::sorted::SortedMap;

mod derived;
mod figures;
mod given;

pub use figures::MonthFigures;

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
    maps ["months"]
    groups [MonthFigures::RULES]
    rules {}
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
    }
}
