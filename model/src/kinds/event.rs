//! One event of the cooperative. Its organisers write: who created it, its facilitators, direction.

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Course, Table, Value, along, clearable, set};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Calls, Concern, Fetched, Kind, Said, Spec, Watched};
use crate::limits::{LINE_BYTES_MAX, SEQUENCE_MAX};
use crate::record::Conflict;

mod command;
mod reading;
mod record;
mod terms;

pub use command::EventCommand;
pub use reading::read;
pub use record::*;
use terms::DECIDING;
pub use terms::SeatTerms;

/// Slots of one event.
pub const SLOTS_MAX: usize = 60;

/// An event is confirmed or called off, and what was called off does not come back (domain.md section 4.2).
const STATUS: Course = Course::Steps(&[
    (TENTATIVE, CONFIRMED),
    (TENTATIVE, CANCELLED),
    (CONFIRMED, CANCELLED),
]);
const TENTATIVE: &str = EventStatus::Tentative.as_str();
const CONFIRMED: &str = EventStatus::Confirmed.as_str();
const CANCELLED: &str = EventStatus::Cancelled.as_str();

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Soon,
    is_one_entry: true,
    calls: Calls::Seated(Concern::Events),
    watched: Some(Watched {
        depths: &[1, 2],
        map: None,
        fields: &DECIDING,
    }),
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

impl DocHead {
    /// An event.
    #[must_use]
    pub fn event(event: Ulid) -> Self {
        Self::new(Kind::Event, MemberId::RELAY, event.to_string())
    }
}

/// A document's content.
pub type Content = Option<Box<Event>>;
/// What an organiser does to it.
pub type Command = EventCommand;

impl Said for Content {
    fn conflicts(&self) -> &[Conflict] {
        self.as_deref().map_or(&[], |event| &event.conflicts)
    }

    fn creator(&self) -> Option<MemberId> {
        self.as_deref()?.entry.created_by
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["event", "slots"]
    rules {
        along("event/created_by", Value::Author, Course::Once, Who::Organisers),
        along("event/created_at", Value::Instant, Course::Once, Who::Organisers),
        set("event/updated_at", Value::Instant, Who::Organisers),
        set("event/title", Value::Str(LINE_BYTES_MAX), Who::Organisers),
        set("event/kind", Value::Choice(EventKind::WORDS), Who::Organisers),
        set("event/description", Value::Text, Who::Organisers),
        set("event/branch", Value::Str(LINE_BYTES_MAX), Who::Organisers),
        set("event/capacity", Value::Int(0, 10_000), Who::Organisers),
        set("event/signup_open", Value::Bool, Who::Organisers),
        along("event/sequence", Value::Int(0, SEQUENCE_MAX), Course::Rising, Who::Organisers),
        along("event/status", Value::Choice(EventStatus::WORDS), STATUS, Who::Organisers),
        set("slots/{ulid}", Value::Map, Who::Organisers),
        set("slots/{ulid}/start", Value::Instant, Who::Organisers),
        set("slots/{ulid}/end", Value::Instant, Who::Organisers),
        set("slots/{ulid}/place", Value::Str(LINE_BYTES_MAX), Who::Organisers),
        clearable("slots/{ulid}/removed_at", Value::Instant, Who::Organisers),
    }
};
