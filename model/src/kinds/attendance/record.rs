//! Who was at an event, as plain data.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, Field, Kept, Line, Name};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

words! {
    /// Whether somebody was there, from the least to the most.
    Presence {
        /// No, and said nothing.
        Absent = "absent",
        /// No, and said so.
        Excused = "excused",
        /// Yes.
        Present = "present",
    }
}

words! {
    /// As what somebody takes part.
    TakesPart {
        /// They came for it.
        Participant = "participant",
        /// They hold it.
        Trainer = "trainer",
    }
}

entry! {
    /// Somebody who came and is no member.
    Visitor in "visitors" by Keepers, as VisitorFields / VisitorChanges {
        /// Their name.
        name: Name,
        /// From where: a partner, a company, a school.
        organisation: Line,
    }
}

/// What somebody marked of one person and one slot; nothing of it changes.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Mark {
    /// Making and taking back.
    pub entry: Entry,
    /// The member it is about.
    pub person: Option<MemberId>,
    /// The visitor it is about, where it is no member.
    pub visitor: Option<Ulid>,
    /// The event's slot.
    pub slot: Option<Ulid>,
    /// When that began, as it stood then (RFC 3339).
    pub start: String,
    /// When it ended, as it stood then (RFC 3339).
    pub end: String,
    /// Whether they were there.
    pub presence: Presence,
    /// As what.
    pub part: TakesPart,
    /// Their signature as it was drawn (see `rules::are_strokes`); empty when it was not.
    pub strokes: String,
    /// Their name as they typed it to sign; empty when they did not.
    pub typed: String,
}

/// Who was at an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Attendance {
    /// Who came and is no member.
    pub visitors: SortedMap<Ulid, Visitor>,
    /// What was marked.
    pub marks: SortedMap<Ulid, Mark>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for Attendance {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}
