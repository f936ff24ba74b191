//! A member's answers to events. The member writes. An answer is one whole: two devices answering at once do not mix,
//! the higher sequence of the event wins, then the later answer.

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, set};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Kind, Said, Spec, Watched};
use crate::limits::{LINE_BYTES_MAX, RSVP_ANSWERS_MAX, SEQUENCE_MAX};
use crate::record::FieldValue;

mod command;
mod deciding;
mod reading;
mod record;

pub use command::AnswerCommand;
use deciding::DECIDING;
pub use deciding::{accepted_events, standing};
pub use reading::read;
pub use record::*;

/// The best score that an event is given.
pub const SCORE_MAX: i64 = 5;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    objects_max: RSVP_ANSWERS_MAX,
    watched: Some(Watched {
        depths: &[2],
        map: None,
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
        set("answers/{ulid}/score", Value::Int(1, SCORE_MAX), Who::Owner),
        set("answers/{ulid}/words", Value::Str(LINE_BYTES_MAX), Who::Owner),
    }
};

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
