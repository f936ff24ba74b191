//! The half-days of events at which a member was marked, as they may look it up: what others marked of them, and nothing of
//! others. The relay derives it from what those who hold the events marked.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Kind, Spec};
use crate::kinds::attendance::{Presence, TakesPart};
use crate::projection::Relayed;

mod derived;
mod record;

pub use record::{Attended, AttendedSlot, Part};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Attended>()),
    is_told: false,
    ..Spec::of_members(Named::PerMember, Readers::Own)
};

impl DocHead {
    /// The half-days at which a member was.
    #[must_use]
    pub fn attended(member: MemberId) -> Self {
        Self::new(Kind::Attended, member, String::new())
    }
}

/// A document's content.
pub type Content = Attended;
/// The relay alone writes it.
pub type Command = NoCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["slots"]
    rules {
        clearable("slots/{ulid}", Value::Map, Who::Relay),
        set("slots/{ulid}/event", Value::Ulid, Who::Relay),
        set("slots/{ulid}/start", Value::Instant, Who::Relay),
        set("slots/{ulid}/end", Value::Instant, Who::Relay),
        set("slots/{ulid}/presence", Value::Choice(Presence::WORDS), Who::Relay),
        set("slots/{ulid}/part", Value::Choice(TakesPart::WORDS), Who::Relay),
        set("slots/{ulid}/signed", Value::Bool, Who::Relay),
        clearable("slots/{ulid}/marked_by", Value::Member, Who::Relay),
        set("slots/{ulid}/marked_at", Value::Instant, Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Attended {
    let tree = Tree::read(doc, no_rank);
    Attended {
        slots: tree.map("slots").read(slot),
    }
}

fn slot(map: Map<'_>) -> AttendedSlot {
    AttendedSlot {
        event: map.id("event"),
        start: map.string("start"),
        end: map.string("end"),
        presence: map.choice("presence"),
        part: map.choice("part"),
        signed: map.flag("signed").unwrap_or(false),
        marked_by: map.id("marked_by"),
        marked_at: map.string("marked_at"),
    }
}
