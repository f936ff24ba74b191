//! The guide of the cooperative: its values and principles, how newcomers are welcomed, what each sector has to know, who
//! answers for what. Communication, finance and direction write it, everybody reads it.

use automerge::Automerge;

use crate::access::Readers;
use crate::doc::entry::table;
use crate::doc::rules::Table;
use crate::doc::tree::{Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Fetched, Kind, Spec};

mod command;
mod record;

pub use command::GuideCommand;
pub use record::*;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Soon,
    is_told: false,
    ..Spec::of_members(Named::Once, Readers::Everyone)
};

impl DocHead {
    /// The guide of the cooperative.
    #[must_use]
    pub fn guide() -> Self {
        Self::new(Kind::Guide, MemberId::RELAY, String::new())
    }
}

/// A document's content.
pub type Content = Guide;
/// What those who write it do to it.
pub type Command = GuideCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["pages", "sectors", "people"]
    entries [GuidePage, SectorLine, TopicPerson]
    rules {}
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Guide {
    let tree = Tree::read(doc, no_rank);
    Guide {
        pages: tree.map("pages").read(GuidePage::read),
        sectors: tree.map("sectors").read(SectorLine::read),
        people: tree.map("people").read(TopicPerson::read),
        conflicts: tree.conflicts(doc),
    }
}
