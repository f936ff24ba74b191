//! What is shared with all: events, answers, profiles; and signatures.

use super::{answer, event, slot};
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::contact::{ContactChanges, ContactCommand};
use crate::kinds::event::EventCommand;
use crate::kinds::profile::ProfileCommand;
use crate::kinds::tests::*;

/// What it takes to sign a session whose fields are these, in its signer's name.
pub(crate) fn sign(number: u8, signer: u8, fields: &SessionFields) -> Command {
    let read = crate::kinds::coaching_log::as_logged(ulid(number), fields);
    Command::CoachingLog(CoachingCommand::SignSession {
        member: person(MEMBER),
        id: ulid(number),
        signer: person(signer),
        hand: Some(hand(&read.content_sha256)),
    })
}

/// A signature drawn under a text of this digest.
pub(crate) fn hand(content_sha256: &str) -> SignedHand {
    SignedHand {
        content_sha256: content_sha256.to_owned(),
        strokes: "100,200 130,180 160,210;300,120 320,260".into(),
        typed: String::new(),
    }
}

/// On events, answers and profiles.
pub(super) fn shared() -> Vec<(u8, Command)> {
    vec![
        (
            COACH,
            Command::Event(EventCommand::CreateEvent {
                id: ulid(60),
                event: event(),
            }),
        ),
        (
            COACH,
            Command::Event(EventCommand::EditEvent {
                id: ulid(60),
                changes: EventChanges {
                    slots: Some(vec![slot("2026-04-03T08:00:00Z", "2026-04-03T10:00:00Z")]),
                    ..Default::default()
                },
            }),
        ),
        (MEMBER, answer(AnswerStatus::Accepted, 1)),
        (
            MEMBER,
            Command::Rsvp(AnswerCommand::RateEvent {
                event: ulid(60),
                score: 4,
                words: "Très utile".into(),
            }),
        ),
        (
            MEMBER,
            Command::Profile(ProfileCommand::EditProfile {
                changes: ProfileChanges {
                    display_name: Some("Élodie Œuvrard".into()),
                    offers: Some("Coup de main\nen menuiserie".into()),
                    needs: Some("Un tour à bois".into()),
                    contact_visible: Some(true),
                    ..Default::default()
                },
            }),
        ),
        (
            MEMBER,
            Command::Contact(ContactCommand::EditContact {
                changes: ContactChanges {
                    phone: Some("06 12 34 56 78".into()),
                    emergency: Some("Appeler Paul".into()),
                    shown: Some(true),
                    ..Default::default()
                },
            }),
        ),
        (
            MEMBER,
            Command::Profile(ProfileCommand::SetProfileTag {
                set: ProfileSet::Skills,
                tag: "Ébénisterie".into(),
                present: true,
            }),
        ),
        (
            MEMBER,
            Command::Profile(ProfileCommand::SetProfileTag {
                set: ProfileSet::Skills,
                tag: "Ébénisterie".into(),
                present: false,
            }),
        ),
    ]
}
