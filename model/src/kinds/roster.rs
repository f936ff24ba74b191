//! Who has a seat at an event, and how many wait. The relay alone writes, in the order of receipt. Who waits stands where
//! those read it who hold the event ([`crate::kinds::waitlist`]), and one's own place in a document of one's own
//! ([`crate::kinds::places`]).

use automerge::{Automerge, ROOT, ReadDoc};

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, Made, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::limits::ACTOR_BYTES;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{self, Own, Relayed};
use crate::sorted::{SortedMap, SortedSet};

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
    /// What the relay decided about a seat. It says no more than the first of them, which earlier apps look for.
    SeatStatus {
        /// Has a seat.
        Seated = "seated",
        /// On the waiting list, in a roster of an earlier version.
        Waitlisted = "waitlisted",
    }
}

/// Seats at an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Roster {
    /// Seats by member.
    pub seats: Seats,
    /// The ranks of those who wait.
    pub waiting: SortedSet<i64>,
    /// How many answered perhaps.
    pub tentative: i64,
    /// How many declined.
    pub declined: i64,
}

/// Seats, or places in a waiting list, by member.
pub type Seats = SortedMap<MemberId, Seat>;

/// A seat, or a place in a waiting list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Seat {
    /// Order of receipt among all accepted answers to the event.
    pub rank: i64,
    /// When the relay decided (RFC 3339).
    pub at: String,
}

impl Roster {
    /// The place in the waiting list of who has a rank, from 1.
    #[must_use]
    pub fn place_of(&self, rank: i64) -> usize {
        self.waiting.iter().filter(|other| **other < rank).count() + 1
    }
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
        set("roster/waiting", Value::Map, Who::Relay),
        clearable("roster/waiting/{tag}", Value::Bool, Who::Relay),
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
        seats: seats_of(&tree, SeatStatus::Seated),
        waiting: roster.set("waiting"),
        tentative: roster.number("tentative"),
        declined: roster.number("declined"),
    }
}

/// Who waits, in a roster of an earlier version, where everybody could read it; `None` of one of this version.
#[must_use]
pub fn read_waiting(doc: &Automerge) -> Option<Seats> {
    let (_, roster) = doc.get(ROOT, "roster").ok()??;
    let says = |key| matches!(doc.get(&roster, key), Ok(Some(_)));
    let is_of_before = says("tentative") && !says("waiting");
    is_of_before.then(|| seats_of(&Tree::read(doc, no_rank), SeatStatus::Waitlisted))
}

fn seats_of(tree: &Tree<'_>, status: SeatStatus) -> Seats {
    let seats = tree.map("seats").entries();
    seats
        .filter(|(_, map)| map.word("status") == status.as_str())
        .map(|(member, map)| (member, seat(map)))
        .collect()
}

pub(super) fn seat(map: Map<'_>) -> Seat {
    Seat {
        rank: map.number("rank"),
        at: map.string("at"),
    }
}

/// What a roster says beside the seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The ranks of those who wait.
    pub waiting: SortedSet<i64>,
    /// How many answered perhaps.
    pub tentative: i64,
    /// How many declined.
    pub declined: i64,
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
    counts: &Counts,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    projection::write(doc, &DocHead::roster(event), now, actor, |writer| {
        put(writer, seats, counts)
    })
}

impl Own for Roster {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let mut seats = self.seats.iter().map(|(id, seat)| (*id, Some(seat)));
        let counts = Counts {
            waiting: self.waiting.clone(),
            tentative: self.tentative,
            declined: self.declined,
        };
        put(writer, &mut seats, &counts)
    }
}

fn put(
    writer: &mut ChangeWriter<'_>,
    seats: &mut dyn Iterator<Item = (MemberId, Option<&Seat>)>,
    counts: &Counts,
) -> Result<(), CommandError> {
    let said = writer.top("roster")?;
    let waiting = counts.waiting.iter().map(ToString::to_string);
    writer.set(&said, "waiting", &waiting.collect())?;
    writer.put(&said, "tentative", counts.tentative)?;
    writer.put(&said, "declined", counts.declined)?;
    let all = writer.top("seats")?;
    while !writer.is_full()
        && let Some((member, seat)) = seats.next()
    {
        let member = member.to_string();
        if let Some(place) = put_seat(writer, &all, &member, seat)? {
            let status = seat.map(|_| SeatStatus::Seated.as_str());
            writer.put_or_clear(&place, "status", status)?;
        }
    }
    Ok(())
}

/// Writes a seat, or empties the one that was released; its place, if there is one.
pub(super) fn put_seat(
    writer: &mut ChangeWriter<'_>,
    seats: &MapPlace,
    member: &str,
    seat: Option<&Seat>,
) -> Result<Option<MapPlace>, CommandError> {
    let place = match seat {
        Some(_) => Some(writer.open_or_make(seats, member)?),
        None => writer.open(seats, member)?,
    };
    if let Some(place) = &place {
        writer.put_or_clear(place, "rank", seat.map(|seat| seat.rank))?;
        writer.put_or_clear(place, "at", seat.map(|seat| seat.at.as_str()))?;
    }
    Ok(place)
}

/// The seats that differ from one decision to the next; `None`: released.
pub fn changed<'r>(
    from: &'r Seats,
    to: &'r Seats,
) -> impl Iterator<Item = (MemberId, Option<&'r Seat>)> {
    let released = from.keys().filter(|id| !to.contains_key(id));
    let given = to.iter();
    let given = given.filter(|(id, seat)| from.get(id) != Some(seat));
    released
        .map(|id| (*id, None))
        .chain(given.map(|(id, seat)| (*id, Some(seat))))
}
