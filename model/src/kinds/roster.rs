//! Seats and waiting list of one event. The relay alone writes.

use automerge::Automerge;

use crate::access::{Grants, Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::word::words;
use crate::doc::writer::{Context, Made, Place, Writer, write as write_change};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::limits::ACTOR_BYTES;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{Own, Relayed};
use crate::sorted::SortedMap;

use crate::doc::rules::{Table, Value, clearable, set};
use crate::time::Timestamp;

pub mod seats;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::decided::<Roster>()),
    fetched: Fetched::Soon,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

words! {
    /// What the relay decided about a seat.
    SeatStatus {
        /// Has a seat.
        Seated = "seated",
        /// On the waiting list.
        Waitlisted = "waitlisted",
    }
}

/// Seats and waiting list of an event, decided by the relay in order of receipt.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Roster {
    /// Seats by member.
    pub seats: SortedMap<MemberId, Seat>,
    /// How many answered perhaps.
    pub tentative: i64,
    /// How many declined.
    pub declined: i64,
}

/// A seat, or a place in the waiting list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Seat {
    /// Seated or waiting.
    pub status: SeatStatus,
    /// Order of receipt among all accepted answers to the event.
    pub rank: i64,
    /// When the relay decided (RFC 3339).
    pub at: String,
}

impl DocHead {
    /// The seats of an event.
    #[must_use]
    pub fn roster(event: Ulid) -> Self {
        Self::new(Kind::Roster, MemberId::RELAY, event.to_string())
    }
}

/// A document's content.
pub type Content = Roster;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for Roster {}

/// Who may write what. A released seat is emptied, its map stays.
pub const TABLE: Table = table! {
    maps ["seats", "roster"]
    rules {
        set("seats/{member}", Value::Map, Who::Relay),
        clearable("seats/{member}/status", Value::Choice(SeatStatus::WORDS), Who::Relay),
        clearable("seats/{member}/rank", Value::Int(0, i64::MAX), Who::Relay),
        clearable("seats/{member}/at", Value::Instant, Who::Relay),
        set("roster/tentative", Value::Int(0, i64::MAX), Who::Relay),
        set("roster/declined", Value::Int(0, i64::MAX), Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Roster {
    let tree = Tree::read(doc, no_rank);
    let roster = tree.map("roster");
    Roster {
        seats: tree
            .map("seats")
            .entries()
            .filter_map(|(member, map)| Some((member, seat(map)?)))
            .collect(),
        tentative: roster.number("tentative"),
        declined: roster.number("declined"),
    }
}

fn seat(map: Map<'_>) -> Option<Seat> {
    Some(Seat {
        status: SeatStatus::parse(map.word("status"))?,
        rank: map.number("rank"),
        at: map.string("at"),
    })
}

/// Brings some seats of an event (`None`: released) and its counts to what the relay decided, touching only what
/// differs, and leaves the other seats as they are. Takes as many `seats` as one change holds: call it again until
/// nothing changes.
///
/// # Errors
/// [`CommandError::NoChange`] when it says so of all of them already.
pub fn write(
    doc: &mut Automerge,
    event: Ulid,
    seats: &mut dyn Iterator<Item = (MemberId, Option<&Seat>)>,
    counts: Counts,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    let context = Context {
        author: &Grants::relay(),
        now,
    };
    write_change(doc, &DocHead::roster(event), &context, actor, |writer| {
        put(writer, seats, counts)
    })
}

impl Own for Roster {
    fn put(&self, writer: &mut Writer<'_>) -> Result<(), CommandError> {
        let mut seats = self.seats.iter().map(|(id, seat)| (*id, Some(seat)));
        put(writer, &mut seats, self.into())
    }
}

fn put(
    writer: &mut Writer<'_>,
    seats: &mut dyn Iterator<Item = (MemberId, Option<&Seat>)>,
    counts: Counts,
) -> Result<(), CommandError> {
    let said = writer.top("roster")?;
    writer.put(&said, "tentative", counts.tentative)?;
    writer.put(&said, "declined", counts.declined)?;
    let all = writer.top("seats")?;
    while !writer.is_full()
        && let Some((member, seat)) = seats.next()
    {
        put_seat(writer, &all, &member.to_string(), seat)?;
    }
    Ok(())
}

fn put_seat(
    writer: &mut Writer<'_>,
    seats: &Place,
    member: &str,
    seat: Option<&Seat>,
) -> Result<(), CommandError> {
    let Some(seat) = seat else {
        if let Some(place) = writer.open(seats, member)? {
            for field in ["status", "rank", "at"] {
                writer.clear(&place, field)?;
            }
        }
        return Ok(());
    };
    let place = writer.open_or_make(seats, member)?;
    writer.put(&place, "status", seat.status.as_str())?;
    writer.put(&place, "rank", seat.rank)?;
    writer.put(&place, "at", seat.at.as_str())
}

/// How many answered otherwise than by taking a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Perhaps.
    pub tentative: i64,
    /// No.
    pub declined: i64,
}

impl From<&Roster> for Counts {
    fn from(roster: &Roster) -> Self {
        Self {
            tentative: roster.tentative,
            declined: roster.declined,
        }
    }
}

/// The seats that differ from one decision to the next; `None`: released.
pub fn changed<'r>(
    from: &'r Roster,
    to: &'r Roster,
) -> impl Iterator<Item = (MemberId, Option<&'r Seat>)> {
    let released = from.seats.keys().filter(|id| !to.seats.contains_key(id));
    let given = to.seats.iter();
    let given = given.filter(|(id, seat)| from.seats.get(id) != Some(seat));
    released
        .map(|id| (*id, None))
        .chain(given.map(|(id, seat)| (*id, Some(seat))))
}
