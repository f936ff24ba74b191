//! What a member ticked of the guide: steps of the welcome and what their sector has to see to; and the pages they read.
//! The member alone writes; their coaches, finance and direction read, to help who is stuck.

use automerge::Automerge;
use ts_rs::TS;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::ChangeWriter;
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Said, Spec};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedMap;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    is_told: false,
    ..Spec::of_members(Named::PerMember, Readers::Activity)
};

/// What a member ticked and read of the guide.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Progress {
    /// When each entry of the guide was ticked (RFC 3339).
    pub ticks: SortedMap<Ulid, String>,
    /// When each page was read for the first time (RFC 3339).
    pub read: SortedMap<Ulid, String>,
}

/// What a member does to their progress.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ProgressCommand {
    /// Ticks a step of the welcome or an obligation of one's sector, or takes the tick back.
    TickGuide {
        /// The entry of the guide.
        id: Ulid,
        /// Whether it is done.
        done: bool,
    },
    /// Says that one read a page of the guide.
    ReadGuidePage {
        /// The page.
        id: Ulid,
    },
}

impl DocHead {
    /// What a member ticked and read of the guide.
    #[must_use]
    pub fn progress(member: MemberId) -> Self {
        Self::new(Kind::Progress, member, String::new())
    }
}

/// A document's content.
pub type Content = Progress;
/// What its member does to it.
pub type Command = ProgressCommand;

impl Said for Progress {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["ticks", "read"]
    rules {
        clearable("ticks/{ulid}", Value::Instant, Who::Owner),
        set("read/{ulid}", Value::Instant, Who::Owner),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Progress {
    let tree = Tree::read(doc, no_rank);
    let marks = |map: Map<'_>| {
        let marks = map
            .names()
            .filter_map(|id| Some((id.parse().ok()?, map.string(id))));
        marks.collect()
    };
    Progress {
        ticks: marks(tree.map("ticks")),
        read: marks(tree.map("read")),
    }
}

impl Commands for ProgressCommand {
    fn target(&self, author: MemberId) -> DocHead {
        DocHead::progress(author)
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}

impl ProgressCommand {
    /// Writes what a command says. What is marked already keeps the moment when it was.
    fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let (map, id, marked) = match self {
            Self::TickGuide { id, done } => ("ticks", id.to_string(), *done),
            Self::ReadGuidePage { id } => ("read", id.to_string(), true),
        };
        let place = writer.top(map)?;
        if marked && !writer.string(&place, &id).is_empty() {
            return Err(CommandError::NoChange);
        }
        let now = writer.now();
        writer.put_or_clear(&place, &id, marked.then_some(now.as_str()))
    }
}
