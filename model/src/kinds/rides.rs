//! The lifts that are offered to an event, by those who have a seat there: who waits is nobody else's business. The relay
//! derives it from the members' answers and the event's roster.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};
use crate::kinds::rsvp::{Answer, AnswerStatus};
use crate::limits::LINE_BYTES_MAX;
use crate::projection::Relayed;

mod derived;
mod record;

pub use record::{Part, Ride, Rides};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Rides>()),
    fetched: Fetched::Soon,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

impl DocHead {
    /// The lifts offered to an event.
    #[must_use]
    pub fn rides(event: Ulid) -> Self {
        Self::new(Kind::Rides, MemberId::RELAY, event.to_string())
    }
}

/// A document's content.
pub type Content = Rides;
/// The relay alone writes it.
pub type Command = NoCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["rides"]
    rules {
        clearable("rides/{member}", Value::Map, Who::Relay),
        set("rides/{member}/seats", Value::Int(0, 50), Who::Relay),
        set("rides/{member}/from", Value::Str(LINE_BYTES_MAX), Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Rides {
    let tree = Tree::read(doc, no_rank);
    let rides = tree.map("rides").entries();
    Rides {
        rides: rides.map(|(member, map)| (member, ride(map))).collect(),
    }
}

fn ride(map: Map<'_>) -> Ride {
    Ride {
        seats: map.number("seats"),
        from: map.string("from"),
    }
}

/// What an answer offers, if it does.
fn offer(answer: &Answer) -> Option<Ride> {
    let offers = answer.status == AnswerStatus::Accepted && answer.carpool_seats > 0;
    offers.then(|| Ride {
        seats: answer.carpool_seats,
        from: answer.carpool_from.clone(),
    })
}
