//! What the team has to do, who is away and who stands in for them, and what it tells itself each week. The team alone
//! reads and writes it; who is away says so, or a director does, since an absence opens to who stands in what the absent
//! coach reads and writes, from its first day to its last, as long as the relay's own clock says so.

use automerge::Automerge;

use crate::access::Readers;
use crate::doc::entry::table;
use crate::doc::rules::Table;
use crate::doc::tree::{Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Kind, Spec};

mod command;
mod record;
mod terms;

pub use command::TeamBoardCommand;
pub use record::*;
pub use terms::{CoverTerms, cover_refusal, is_stretch};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    watched: Some(terms::WATCHED),
    ..Spec::of_members(Named::Once, Readers::Team)
};

impl DocHead {
    /// The team's board.
    #[must_use]
    pub fn team_board() -> Self {
        Self::new(Kind::TeamBoard, MemberId::RELAY, String::new())
    }
}

/// A document's content.
pub type Content = TeamBoard;
/// What the team does to it.
pub type Command = TeamBoardCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["tasks", "cover", "weeks"]
    entries [TeamTask, Cover, WeekNote]
    rules {}
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> TeamBoard {
    let tree = Tree::read(doc, no_rank);
    TeamBoard {
        tasks: tree.map("tasks").read(TeamTask::read),
        cover: tree.map("cover").read(Cover::read),
        weeks: tree.map("weeks").read(WeekNote::read),
        conflicts: tree.conflicts(doc),
    }
}
