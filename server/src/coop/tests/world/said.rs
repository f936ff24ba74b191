//! What members say in these tests.

use besace_model::command::Command as Say;
use besace_model::ids::Ulid;
use besace_model::kinds::activity::ActivityCommand;
use besace_model::kinds::event::{
    EventChanges, EventCommand, EventFields, EventKind, EventStatus, SlotFields,
};
use besace_model::kinds::profile::{ProfileCommand, ProfileSet};
use besace_model::kinds::rsvp::{AnswerCommand, AnswerFields, AnswerStatus};

pub(in crate::coop::tests) fn forecast(month: &str, cents: i64) -> Say {
    Say::Activity(ActivityCommand::SetForecast {
        month: month.into(),
        cents,
    })
}

pub(in crate::coop::tests) fn tag(word: &str) -> Say {
    Say::Profile(ProfileCommand::SetProfileTag {
        set: ProfileSet::Skills,
        tag: word.into(),
        present: true,
    })
}

pub(in crate::coop::tests) fn event(n: u8, capacity: i64) -> Say {
    Say::Event(EventCommand::CreateEvent {
        id: Ulid([n; 16]),
        event: EventFields {
            title: "Atelier devis".into(),
            kind: EventKind::Workshop,
            description: String::new(),
            slots: vec![SlotFields {
                id: Ulid([n; 16]),
                start: "2026-12-01T09:00:00Z".into(),
                end: "2026-12-01T12:00:00Z".into(),
                place: "Salle du marché".into(),
            }],
            branch: String::new(),
            capacity,
            signup_open: true,
            status: EventStatus::Confirmed,
        },
    })
}

pub(in crate::coop::tests) fn capacity(n: u8, capacity: i64) -> Say {
    Say::Event(EventCommand::EditEvent {
        id: Ulid([n; 16]),
        changes: EventChanges {
            capacity: Some(capacity),
            ..EventChanges::default()
        },
    })
}

/// Opens or closes the answers to an event.
pub(in crate::coop::tests) fn signup(n: u8, open: bool) -> Say {
    Say::Event(EventCommand::EditEvent {
        id: Ulid([n; 16]),
        changes: EventChanges {
            signup_open: Some(open),
            ..EventChanges::default()
        },
    })
}

pub(in crate::coop::tests) fn answer(n: u8, status: AnswerStatus) -> Say {
    answer_saying(n, status, "")
}

/// An answer with a word to it.
pub(in crate::coop::tests) fn answer_saying(n: u8, status: AnswerStatus, comment: &str) -> Say {
    Say::Rsvp(AnswerCommand::AnswerEvent {
        event: Ulid([n; 16]),
        answer: AnswerFields {
            status,
            comment: comment.into(),
            carpool_seats: 0,
            carpool_from: String::new(),
            diet: String::new(),
            for_sequence: 0,
        },
    })
}
