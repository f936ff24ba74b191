//! Who has a seat at an event, and how many wait. The relay alone writes, in the order of receipt. Who waits stands where
//! those read it who hold the event ([`crate::kinds::waitlist`]), and one's own place in a document of one's own
//! ([`crate::kinds::places`]).

use automerge::{Automerge, ROOT, ReadDoc};

use crate::access::{Readers, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};
use crate::projection::Relayed;

mod record;
pub mod seats;
mod writing;

pub use record::{Roster, Seat, SeatStatus, Seats};
pub(super) use writing::put_seat;
pub use writing::{Counts, changed, write};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::decided::<Roster>()),
    fetched: Fetched::Soon,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

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
