//! Who was at an event, half-day by half-day: those who hold it mark it on the spot, on several phones at once, and people
//! sign there. What was marked is never rewritten, only taken back; of what several marks say of one person, the most stands:
//! signed, present, excused, absent.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::{stamps, table};
use crate::doc::rules::{Course, Rule, Table, Value, along};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};
use crate::limits::{ATTENDANCE_OBJECTS_MAX, LINE_BYTES_MAX};

mod command;
mod record;
mod standing;

pub use command::{AttendanceCommand, MarkFields};
pub use record::*;
pub use standing::{Attendee, Standing};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    is_told: false,
    objects_max: ATTENDANCE_OBJECTS_MAX,
    ..Spec::of_members(Named::ByUlid, Readers::Guests)
};

impl DocHead {
    /// Who was at an event.
    #[must_use]
    pub fn attendance(event: Ulid) -> Self {
        Self::new(Kind::Attendance, MemberId::RELAY, event.to_string())
    }
}

/// A document's content.
pub type Content = Attendance;
/// What those who hold the event do to it.
pub type Command = AttendanceCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["visitors", "marks"]
    entries [Visitor]
    groups [stamps!("marks", "/{ulid}", Keepers)]
    rules {
        once("marks/{ulid}/person", Value::Member),
        once("marks/{ulid}/visitor", Value::Ulid),
        once("marks/{ulid}/slot", Value::Ulid),
        once("marks/{ulid}/start", Value::Instant),
        once("marks/{ulid}/end", Value::Instant),
        once("marks/{ulid}/presence", Value::Choice(Presence::WORDS)),
        once("marks/{ulid}/part", Value::Choice(TakesPart::WORDS)),
        once("marks/{ulid}/strokes", Value::Strokes),
        once("marks/{ulid}/typed", Value::Str(LINE_BYTES_MAX)),
    }
};

const fn once(path: &'static str, value: Value) -> Rule {
    along(path, value, Course::Once, Who::Keepers)
}

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Attendance {
    let tree = Tree::read(doc, no_rank);
    Attendance {
        visitors: tree.map("visitors").read(Visitor::read),
        marks: tree.map("marks").read(mark),
        conflicts: tree.conflicts(doc),
    }
}

fn mark(map: Map<'_>) -> Mark {
    Mark {
        entry: map.entry(),
        person: map.id("person"),
        visitor: map.id("visitor"),
        slot: map.id("slot"),
        start: map.string("start"),
        end: map.string("end"),
        presence: map.choice("presence"),
        part: map.choice("part"),
        strokes: map.string("strokes"),
        typed: map.string("typed"),
    }
}
