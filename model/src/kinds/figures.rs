//! Those figures of a calendar year that everybody may see: derived from the indicators, and of those only what tells of
//! nobody. What counts people is told of five at least, and not where what is left out could be reckoned; money is not
//! among it, for the sum before and after one statement came would tell that statement. What the cooperative earns and
//! spends in common stands in the account of shared services, which finance writes.

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

mod apart;
mod derived;

pub use apart::PEOPLE_MIN;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Figures>()),
    fetched: Fetched::Late,
    is_told: false,
    ..Spec::of_members(Named::PerYear, Readers::Everyone)
};

/// What everybody may see of a calendar year.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Figures {
    /// Figures by name, as the indicators call them; what is not told is not there.
    pub told: SortedMap<String, i64>,
}

impl DocHead {
    /// What everybody may see of a calendar year.
    #[must_use]
    pub fn figures(year: u16) -> Self {
        Self::new(Kind::Figures, MemberId::RELAY, format!("{year:04}"))
    }
}

/// A document's content.
pub type Content = Figures;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for Figures {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["told"]
    rules {
        clearable("told/{tag}", Value::Int(0, i64::MAX), Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Figures {
    let tree = Tree::read(doc, no_rank);
    Figures {
        told: tree.map("told").numbers().collect(),
    }
}
