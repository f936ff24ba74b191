//! Who comes to an event, with what those who hold it must know: diet, car and a word. The relay derives it from the
//! members' answers, and takes nothing else of them.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};
use crate::kinds::rsvp::{AnswerStatus, SCORE_MAX};
use crate::limits::LINE_BYTES_MAX;
use crate::projection::Relayed;

mod derived;
mod record;

pub use record::{Guest, Guests, Part};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Guests>()),
    fetched: Fetched::Soon,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Guests)
};

impl DocHead {
    /// Those who answered an event.
    #[must_use]
    pub fn guests(event: Ulid) -> Self {
        Self::new(Kind::Guests, MemberId::RELAY, event.to_string())
    }
}

/// A document's content.
pub type Content = Guests;
/// The relay alone writes it.
pub type Command = NoCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["guests"]
    rules {
        clearable("guests/{member}", Value::Map, Who::Relay),
        set("guests/{member}/status", Value::Choice(AnswerStatus::WORDS), Who::Relay),
        set("guests/{member}/comment", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("guests/{member}/diet", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("guests/{member}/carpool_seats", Value::Int(0, 50), Who::Relay),
        set("guests/{member}/carpool_from", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("guests/{member}/responded_at", Value::Instant, Who::Relay),
        clearable("guests/{member}/score", Value::Int(1, SCORE_MAX), Who::Relay),
        set("guests/{member}/words", Value::Str(LINE_BYTES_MAX), Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Guests {
    let tree = Tree::read(doc, no_rank);
    let guests = tree.map("guests").entries();
    Guests {
        guests: guests.map(|(member, map)| (member, guest(map))).collect(),
    }
}

fn guest(map: Map<'_>) -> Guest {
    Guest {
        status: map.choice("status"),
        comment: map.string("comment"),
        diet: map.string("diet"),
        carpool_seats: map.number("carpool_seats"),
        carpool_from: map.string("carpool_from"),
        responded_at: map.string("responded_at"),
        score: map.some_number("score"),
        words: map.string("words"),
    }
}
