//! Seats and waiting list of one event. The relay alone writes.

use automerge::Automerge;

use super::change::{Context, Made, Writer, write as write_change};
use super::table;
use super::tree::{Map, Tree, no_rank};
use crate::command::CommandError;
use crate::ids::Ulid;
use crate::kind::{DocHead, Grants, Who};
use crate::limits::ACTOR_BYTES;
use crate::record::{Roster, Seat, SeatStatus};
use crate::rules::{Table, Value, clearable, set};
use crate::time::Timestamp;

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

/// Brings the roster of an event to what the relay decided, touching only what differs.
///
/// # Errors
/// [`CommandError::NoChange`] when it already says so.
pub fn write(
    doc: &mut Automerge,
    event: Ulid,
    roster: &Roster,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    let context = Context {
        author: &Grants::relay(),
        now,
    };
    write_change(doc, &DocHead::roster(event), &context, actor, |writer| {
        put_roster(writer, roster)
    })
}

fn put_roster(writer: &mut Writer<'_>, roster: &Roster) -> Result<(), CommandError> {
    let seats = writer.top("seats")?;
    for key in writer.keys(&seats) {
        let stays = key
            .parse()
            .is_ok_and(|member| roster.seats.contains_key(&member));
        if let Some(place) = writer.open(&seats, &key)?
            && !stays
        {
            for field in ["status", "rank", "at"] {
                writer.clear(&place, field)?;
            }
        }
    }
    for (member, seat) in &roster.seats {
        let place = writer.open_or_make(&seats, &member.to_string())?;
        writer.put(&place, "status", seat.status.as_str())?;
        writer.put(&place, "rank", seat.rank)?;
        writer.put(&place, "at", seat.at.as_str())?;
    }
    let counts = writer.top("roster")?;
    writer.put(&counts, "tentative", roster.tentative)?;
    writer.put(&counts, "declined", roster.declined)
}
