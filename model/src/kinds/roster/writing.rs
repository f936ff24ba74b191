//! How the relay writes a roster.

use automerge::Automerge;

use super::{Roster, Seat, SeatStatus, Seats};
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, Made, MapPlace};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::limits::ACTOR_BYTES;
use crate::projection::{self, Own};
use crate::sorted::SortedSet;
use crate::time::Timestamp;

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
pub(in crate::kinds) fn put_seat(
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
