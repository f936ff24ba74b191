//! How a member is doing, day by day, from 1 to 5 and in words. Nobody but the member reads or writes it: what they wish
//! to share, they ask their coach about in words that they choose.

use automerge::Automerge;
use ts_rs::TS;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::entry::table;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, Day, Field, Kept, Number, Text};
use crate::doc::rules::{Rule, Table};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Said, Spec};
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

mod command;

pub use command::PulseCommand;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    is_told: false,
    ..Spec::of_members(Named::PerMember, Readers::Own)
};

entry! {
    /// How somebody was doing on a day.
    Beat in "days" by Owner, as BeatFields / BeatChanges {
        /// The day.
        day: Day,
        /// From 1, badly, to 5, very well.
        score: Number<1, 5>,
        /// In words.
        text: Text,
    }
}

/// How a member is doing.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Pulse {
    /// What they wrote down.
    pub days: SortedMap<Ulid, Beat>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl DocHead {
    /// How a member is doing.
    #[must_use]
    pub fn pulse(member: MemberId) -> Self {
        Self::new(Kind::Pulse, member, String::new())
    }
}

/// A document's content.
pub type Content = Pulse;
/// What its member does to it.
pub type Command = PulseCommand;

impl Said for Pulse {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["days"]
    entries [Beat]
    rules {}
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Pulse {
    let tree = Tree::read(doc, no_rank);
    Pulse {
        days: tree.map("days").read(Beat::read),
        conflicts: tree.conflicts(doc),
    }
}
