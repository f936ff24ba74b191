//! One event of the cooperative. Its organisers write: who created it, its facilitators, direction.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::admission::watch::{Entry, Watch};
use crate::doc::entry::table;
use crate::doc::rules::{Course, Table, Value, along, clearable, set};
use crate::doc::tree::{Map, Tree};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Said, Spec, Watched};
use crate::limits::LINE_BYTES_MAX;
use crate::limits::SEQUENCE_MAX;
use crate::record::{Conflict, FieldValue};
use crate::time::Timestamp;

mod command;
mod record;

pub use command::EventCommand;
pub use record::*;

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
    watched: Some(Watched {
        depths: &[1, 2],
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

/// Cancelled outranks the other statuses; of two sequences the higher stands, so that no change of slot goes unseen.
fn rank(_: &str, field: &str, value: &FieldValue) -> i64 {
    match (field, value) {
        ("status", FieldValue::Text(word)) => i64::from(word == EventStatus::Cancelled.as_str()),
        ("sequence", FieldValue::Number(number)) => *number,
        _ => 0,
    }
}

/// The fields that decide about seats.
const DECIDING: [&str; 6] = [
    "created_at",
    "capacity",
    "signup_open",
    "sequence",
    "end",
    "removed_at",
];

/// What an event means for seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatTerms {
    /// Seats; 0 for no limit.
    pub capacity: i64,
    /// Its sequence.
    pub sequence: i64,
    /// Whether answers are taken.
    pub signup_open: bool,
    /// When its last slot ends; one without slots is still to come.
    pub ends_at: Option<Timestamp>,
}

impl SeatTerms {
    /// Of the event that [`read`] would give; `None` while nobody created it.
    #[must_use]
    pub fn of(watch: &Watch) -> Option<Self> {
        let event = watch.entry("event")?;
        let number = |value: &FieldValue| match value {
            FieldValue::Number(number) => *number,
            _ => 0,
        };
        let created = event.shown("created_at");
        created.filter(|it| **it != FieldValue::Text(String::new()))?;
        Some(Self {
            capacity: event.shown("capacity").map_or(0, number),
            sequence: event.standing("sequence").map(number).max().unwrap_or(0),
            signup_open: event.shown("signup_open") == Some(&FieldValue::Flag(true)),
            ends_at: watch.entries().filter_map(end_of).max(),
        })
    }
}

impl From<&Event> for SeatTerms {
    fn from(event: &Event) -> Self {
        Self {
            capacity: event.capacity,
            sequence: event.sequence,
            signup_open: event.signup_open,
            ends_at: event.ends_at(),
        }
    }
}

/// When a slot that stands ends.
fn end_of((key, slot): (&str, &Entry)) -> Option<Timestamp> {
    key.parse::<Ulid>().ok()?;
    let word = |field| match slot.shown(field) {
        Some(FieldValue::Text(word)) => word,
        _ => "",
    };
    let end = Some(word("end")).filter(|_| word("removed_at").is_empty());
    end.and_then(Timestamp::parse_rfc3339)
}

/// What the document says; `None` while nobody created the event.
#[must_use]
pub fn read(doc: &Automerge) -> Content {
    let tree = Tree::read(doc, rank);
    let event = tree.map("event");
    let entry = event.entry();
    if entry.created_at.is_empty() {
        return None;
    }
    Some(Box::new(Event {
        entry,
        title: event.string("title"),
        kind: event.choice("kind"),
        description: event.text("description"),
        slots: tree
            .map("slots")
            .entries()
            .map(|(id, map)| (id, slot(map)))
            .collect(),
        branch: event.string("branch"),
        capacity: event.number("capacity"),
        signup_open: event.flag("signup_open").unwrap_or(false),
        sequence: event.number("sequence"),
        status: event.choice("status"),
        conflicts: tree.conflicts(doc),
    }))
}

fn slot(map: Map<'_>) -> Slot {
    Slot {
        start: map.string("start"),
        end: map.string("end"),
        place: map.string("place"),
        removed_at: map.string("removed_at"),
    }
}
