//! A member's answers to events. The member writes. An answer is one whole: two devices answering at once do not mix,
//! the higher sequence of the event wins, then the later answer.

use std::collections::BTreeSet;

use automerge::{Automerge, ChangeHash, ObjId, ROOT, ReadDoc, Value as Held};

use crate::access::{Readers, Who};
use crate::admission::watch::Entry;
use crate::admission::{Accepted, DocIndex};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Said, Spec, Watched};
use crate::limits::LINE_BYTES_MAX;
use crate::limits::RSVP_ANSWERS_MAX;
use crate::limits::SEQUENCE_MAX;
use crate::record::FieldValue;

mod command;
mod record;

pub use command::AnswerCommand;
pub use record::*;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    objects_max: RSVP_ANSWERS_MAX,
    watched: Some(Watched {
        depths: &[2],
        fields: &DECIDING,
    }),
    ..Spec::of_members(Named::PerMember, Readers::Own)
};

impl DocHead {
    /// A member's answers.
    #[must_use]
    pub fn rsvp(member: MemberId) -> Self {
        Self::new(Kind::Rsvp, member, String::new())
    }
}

/// A document's content.
pub type Content = Rsvp;
/// What a member does to them.
pub type Command = AnswerCommand;

impl Said for Rsvp {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["answers"]
    rules {
        set("answers/{ulid}", Value::Map, Who::Owner),
        set("answers/{ulid}/status", Value::Choice(AnswerStatus::WORDS), Who::Owner),
        set("answers/{ulid}/comment", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("answers/{ulid}/carpool_seats", Value::Int(0, 50), Who::Owner),
        set("answers/{ulid}/carpool_from", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("answers/{ulid}/diet", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("answers/{ulid}/for_sequence", Value::Int(0, SEQUENCE_MAX), Who::Owner),
        set("answers/{ulid}/responded_at", Value::Instant, Who::Owner),
    }
};

/// The fields that decide which answer stands, and what it means for seats.
const DECIDING: [&str; 3] = ["status", "for_sequence", "responded_at"];

/// What an answer means for seats: the status and the sequence of the event it answers, of the answer that [`read`]
/// would give.
#[must_use]
pub fn standing(answer: &Entry) -> (AnswerStatus, i64) {
    let best = answer.competing().max_by_key(|seen| {
        let responded_at = word(seen.at("responded_at"));
        merit(
            number(seen.at("for_sequence")),
            responded_at,
            seen.change().0,
        )
    });
    let at = |field| match best {
        Some(seen) => seen.at(field),
        None => answer.shown(field),
    };
    let status = AnswerStatus::parse(word(at("status")));
    (
        status.unwrap_or(AnswerStatus::NeedsAction),
        number(at("for_sequence")),
    )
}

/// The events that a change accepts an invitation to, if it is one of a member's answers.
#[must_use]
pub fn accepted_events(change: &Accepted, index: &DocIndex) -> Vec<Ulid> {
    if index.head().kind != Kind::Rsvp {
        return Vec::new();
    }
    change.entries_given(index, "status", AnswerStatus::Accepted.as_str())
}

fn word(value: Option<&FieldValue>) -> &str {
    match value {
        Some(FieldValue::Text(word)) => word,
        _ => "",
    }
}

fn number(value: Option<&FieldValue>) -> i64 {
    match value {
        Some(FieldValue::Number(number)) => *number,
        _ => 0,
    }
}

/// Which of the answers given at once stands: the highest. Two devices that said the same at the same instant are told
/// apart by the names of their changes.
fn merit(for_sequence: i64, responded_at: &str, change: [u8; 32]) -> (i64, &str, [u8; 32]) {
    (for_sequence, responded_at, change)
}

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Rsvp {
    let tree = Tree::read(doc, no_rank);
    let answers = tree.map("answers").entries();
    Rsvp {
        answers: answers
            .map(|(event, map)| (event, settled(doc, event, map).unwrap_or(answer(map))))
            .collect(),
    }
}

fn answer(map: Map<'_>) -> Answer {
    Answer {
        status: map.choice("status"),
        comment: map.string("comment"),
        carpool_seats: map.number("carpool_seats"),
        carpool_from: map.string("carpool_from"),
        diet: map.string("diet"),
        for_sequence: map.number("for_sequence"),
        responded_at: map.string("responded_at"),
    }
}

/// The better of several answers given at once, as it stood when it was given; `None` when they do not compete.
fn settled(doc: &Automerge, event: Ulid, map: Map<'_>) -> Option<Answer> {
    let changes: BTreeSet<ChangeHash> = DECIDING
        .into_iter()
        .flat_map(|key| map.concurrent(key))
        .filter_map(|written| written.change)
        .collect();
    if changes.is_empty() {
        return None;
    }
    let (_, answers) = doc.get(ROOT, "answers").ok()??;
    let (_, object) = doc.get(&answers, event.to_string()).ok()??;
    let given = changes.into_iter().map(|change| Given {
        doc,
        object: &object,
        change,
    });
    let weighed = given.map(|given| {
        (
            given.number("for_sequence"),
            given.string("responded_at"),
            given,
        )
    });
    weighed
        .max_by(|(number, at, given), (other_number, other_at, other)| {
            let other = merit(*other_number, other_at, other.change.0);
            merit(*number, at, given.change.0).cmp(&other)
        })
        .map(|(_, _, given)| given.answer())
}

/// An answer as it stood when a change gave it.
struct Given<'a> {
    doc: &'a Automerge,
    object: &'a ObjId,
    change: ChangeHash,
}

impl Given<'_> {
    fn at(&self, key: &str) -> Option<Held<'_>> {
        let found = self.doc.get_at(self.object, key, &[self.change]);
        found.ok().flatten().map(|(value, _)| value)
    }

    fn string(&self, key: &str) -> String {
        let string = self.at(key).and_then(|value| value.into_string().ok());
        string.unwrap_or_default()
    }

    fn number(&self, key: &str) -> i64 {
        self.at(key).and_then(|value| value.as_i64()).unwrap_or(0)
    }

    fn answer(&self) -> Answer {
        let status = AnswerStatus::parse(&self.string("status"));
        Answer {
            status: status.unwrap_or(AnswerStatus::NeedsAction),
            comment: self.string("comment"),
            carpool_seats: self.number("carpool_seats"),
            carpool_from: self.string("carpool_from"),
            diet: self.string("diet"),
            for_sequence: self.number("for_sequence"),
            responded_at: self.string("responded_at"),
        }
    }
}
