//! Who waits for a seat at an event, for those who hold it. The relay alone writes, with the roster.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Tree, no_rank};
use crate::doc::writer::{ChangeWriter, Made};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::kinds::roster::{Seat, Seats, put_seat, seat};
use crate::limits::ACTOR_BYTES;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{self, Own, Relayed};
use crate::time::Timestamp;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::decided::<Waitlist>()),
    fetched: Fetched::Soon,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Guests)
};

/// The waiting list of an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Waitlist {
    /// Places in it, by member.
    pub places: Seats,
}

impl DocHead {
    /// The waiting list of an event.
    #[must_use]
    pub fn waitlist(event: Ulid) -> Self {
        Self::new(Kind::Waitlist, MemberId::RELAY, event.to_string())
    }
}

/// A document's content.
pub type Content = Waitlist;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for Waitlist {}

/// Who may write what. A place that was given up is emptied, its map stays.
pub const TABLE: Table = table! {
    maps ["places"]
    rules {
        set("places/{member}", Value::Map, Who::Relay),
        clearable("places/{member}/rank", Value::Int(0, i64::MAX), Who::Relay),
        clearable("places/{member}/at", Value::Instant, Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Waitlist {
    let tree = Tree::read(doc, no_rank);
    let places = tree.map("places").entries();
    let places = places.filter(|(_, map)| map.some_number("rank").is_some());
    Waitlist {
        places: places.map(|(member, map)| (member, seat(map))).collect(),
    }
}

/// Brings some places of an event's waiting list (`None`: given up) to what the relay decided. Takes as many as one change
/// holds: call it again until nothing changes.
///
/// # Errors
/// [`CommandError::NoChange`] when it says so of all of them already.
pub fn write(
    doc: &mut Automerge,
    event: Ulid,
    places: &mut dyn Iterator<Item = (MemberId, Option<&Seat>)>,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    projection::write(doc, &DocHead::waitlist(event), now, actor, |writer| {
        put(writer, places)
    })
}

impl Own for Waitlist {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        put(
            writer,
            &mut self.places.iter().map(|(id, seat)| (*id, Some(seat))),
        )
    }
}

fn put(
    writer: &mut ChangeWriter<'_>,
    places: &mut dyn Iterator<Item = (MemberId, Option<&Seat>)>,
) -> Result<(), CommandError> {
    let all = writer.top("places")?;
    while !writer.is_full()
        && let Some((member, place)) = places.next()
    {
        put_seat(writer, &all, &member.to_string(), place)?;
    }
    Ok(())
}
