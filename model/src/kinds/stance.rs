//! What a member answers to consultations: one stance for each, theirs alone to write and to read. The relay counts it,
//! as it stood when the consultation closed (see `tally`).

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Kind, Spec};

mod command;
mod record;

pub use command::StanceCommand;
pub use record::{Position, Stance, StanceFields, Stances};

/// Maps and texts that members may make in one document: those of 500 stances.
const OBJECTS_MAX: u32 = 1_500;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    objects_max: OBJECTS_MAX,
    is_told: false,
    ..Spec::of_members(Named::PerMember, Readers::Own)
};

impl DocHead {
    /// What a member answers to consultations.
    #[must_use]
    pub fn stance(member: MemberId) -> Self {
        Self::new(Kind::Stance, member, String::new())
    }
}

/// A document's content.
pub type Content = Stances;
/// What a member does to theirs.
pub type Command = StanceCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["stances"]
    rules {
        set("stances/{ulid}", Value::Map, Who::Owner),
        clearable("stances/{ulid}/option", Value::Ulid, Who::Owner),
        clearable("stances/{ulid}/position", Value::Choice(Position::WORDS), Who::Owner),
        set("stances/{ulid}/days", Value::Map, Who::Owner),
        clearable("stances/{ulid}/days/{ulid}", Value::Bool, Who::Owner),
        set("stances/{ulid}/reason", Value::Text, Who::Owner),
        clearable("stances/{ulid}/proxy", Value::Member, Who::Owner),
        set("stances/{ulid}/closes", Value::Instant, Who::Owner),
        set("stances/{ulid}/at", Value::Instant, Who::Owner),
        clearable("stances/{ulid}/removed_at", Value::Instant, Who::Owner),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Stances {
    let tree = Tree::read(doc, no_rank);
    let stances = tree.map("stances").entries();
    Stances {
        stances: stances.map(|(id, map)| (id, stance(map))).collect(),
        conflicts: tree.conflicts(doc),
    }
}

fn stance(map: Map<'_>) -> Stance {
    Stance {
        option: map.id("option"),
        position: Position::parse(map.word("position")),
        days: map.set("days"),
        reason: map.text("reason"),
        proxy: map.id("proxy"),
        closes: map.string("closes"),
        at: map.string("at"),
        removed_at: map.string("removed_at"),
    }
}
