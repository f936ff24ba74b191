//! What members ask of one whom they chose for it, beside those who accompany them: their words, and nothing else of their
//! log. The relay derives it from coaching logs, for that one alone; what is answered or taken back leaves it, with its
//! past.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Calls, Concern, Kind, Spec};
use crate::kinds::coaching_log::{AskTopic, Urgency};
use crate::projection::Relayed;

mod derived;
mod record;

pub use record::{Asked, AskedOfOne, Part};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Asked>()),
    is_told: false,
    calls: Calls::Subject(Concern::Coaching),
    ..Spec::of_members(Named::PerMember, Readers::Own)
};

impl DocHead {
    /// What is asked of a member whom those who ask chose for it.
    #[must_use]
    pub fn asked(of: MemberId) -> Self {
        Self::new(Kind::Asked, of, String::new())
    }
}

/// A document's content.
pub type Content = Asked;
/// The relay alone writes it.
pub type Command = NoCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["asks"]
    rules {
        clearable("asks/{ulid}", Value::Map, Who::Relay),
        set("asks/{ulid}/member", Value::Member, Who::Relay),
        set("asks/{ulid}/text", Value::Text, Who::Relay),
        set("asks/{ulid}/urgency", Value::Choice(Urgency::WORDS), Who::Relay),
        clearable("asks/{ulid}/topic", Value::Choice(AskTopic::WORDS), Who::Relay),
        set("asks/{ulid}/at", Value::Instant, Who::Relay),
    }
};

/// What the document says. An ask is of a member: without one it is not there.
#[must_use]
pub fn read(doc: &Automerge) -> Asked {
    let tree = Tree::read(doc, no_rank);
    let asks = tree.map("asks").entries();
    Asked {
        asks: asks
            .filter_map(|(id, map)| Some((id, asked(map)?)))
            .collect(),
    }
}

fn asked(map: Map<'_>) -> Option<AskedOfOne> {
    Some(AskedOfOne {
        member: map.id("member")?,
        text: map.text("text"),
        urgency: map.choice("urgency"),
        topic: AskTopic::parse(map.word("topic")),
        at: map.string("at"),
    })
}
