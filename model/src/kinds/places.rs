//! A member's own places in waiting lists: nobody else learns of them here. The relay alone writes, with the roster, which
//! says how many ranks come before.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable};
use crate::doc::tree::{Tree, no_rank};
use crate::doc::writer::{ChangeWriter, Made};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Calls, Concern, Kind, Said, Spec};
use crate::limits::ACTOR_BYTES;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{self, Own, Relayed};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::decided::<Places>()),
    is_told: false,
    calls: Calls::Subject(Concern::Events),
    ..Spec::of_members(Named::PerMember, Readers::Own)
};

/// A member's places in waiting lists.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Places {
    /// Their ranks, by event.
    pub ranks: SortedMap<Ulid, i64>,
}

impl DocHead {
    /// A member's own places in waiting lists.
    #[must_use]
    pub fn places(member: MemberId) -> Self {
        Self::new(Kind::Places, member, String::new())
    }
}

/// A document's content.
pub type Content = Places;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for Places {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["ranks"]
    rules {
        clearable("ranks/{ulid}", Value::Int(0, i64::MAX), Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Places {
    let tree = Tree::read(doc, no_rank);
    Places {
        ranks: tree.map("ranks").numbers().collect(),
    }
}

/// Notes a member's rank in the waiting list of an event; `None`: they wait no more.
///
/// # Errors
/// [`CommandError::NoChange`] when it says so already.
pub fn write(
    doc: &mut Automerge,
    (member, event): (MemberId, Ulid),
    rank: Option<i64>,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    projection::write(doc, &DocHead::places(member), now, actor, |writer| {
        let ranks = writer.top("ranks")?;
        writer.put_or_clear(&ranks, &event.to_string(), rank)
    })
}

impl Own for Places {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let all = writer.top("ranks")?;
        writer.clear_others(&all, |event| self.ranks.contains_key(event))?;
        let mut ranks = self.ranks.iter();
        while !writer.is_full()
            && let Some((event, rank)) = ranks.next()
        {
            writer.put(&all, &event.to_string(), *rank)?;
        }
        Ok(())
    }
}
