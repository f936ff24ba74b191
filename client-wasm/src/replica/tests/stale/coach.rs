//! A coach, who writes to the same log from another phone.

use automerge::{Automerge, Change};
use besace_model::access::{Grants, Role};
use besace_model::command::Command;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::kinds;
use besace_model::kinds::coaching_log::{
    CoachingCommand, SessionChanges, SessionFields, SessionMode, SessionStatus, SessionType,
};
use besace_model::sorted::SortedSet;
use besace_model::wire::{DocName, DocUpdate};

use super::SESSION;
use crate::replica::tests::device::{NOW, logged, me};

pub(super) fn points(text: &str) -> Command {
    Command::CoachingLog(CoachingCommand::EditSession {
        member: me(),
        id: SESSION,
        changes: SessionChanges {
            points: Some(text.into()),
            ..Default::default()
        },
    })
}

/// A coach on another phone, with the log of the member who holds the device.
pub(super) struct Coach {
    pub(super) doc: Automerge,
    seconds: i64,
}

impl Coach {
    pub(super) fn new() -> Self {
        Self {
            doc: Genesis::document(Kind::CoachingLog),
            seconds: 0,
        }
    }

    pub(super) fn make(&mut self, command: &Command) -> Vec<u8> {
        let author = Grants {
            member: coach(),
            roles: SortedSet::from([Role::Coach]),
            coached: SortedSet::from([me()]),
            ..Grants::relay()
        };
        self.seconds += 10;
        let context = Context {
            author: &author,
            now: NOW.plus_ms(self.seconds * 1000),
        };
        kinds::commit(&mut self.doc, command, &context, [77; 16])
            .unwrap()
            .change
    }

    pub(super) fn log_session(&mut self, text: &str) -> Vec<u8> {
        self.make(&Command::CoachingLog(CoachingCommand::LogSession {
            member: me(),
            id: SESSION,
            session: SessionFields {
                starts_at: "2026-03-02T09:00:00Z".into(),
                minutes: 60,
                mode: SessionMode::Office,
                place: String::new(),
                session_type: SessionType::FollowUp,
                statutory: false,
                topics: Vec::new(),
                status: SessionStatus::Done,
                coaches: vec![coach()],
                objectives: String::new(),
                points: text.into(),
                plan: String::new(),
                member_present: Some(true),
                amends: None,
                eight_points: Vec::new(),
            },
        }))
    }

    pub(super) fn hear(&mut self, change: Vec<u8>) {
        let change = Change::from_bytes(change).unwrap();
        self.doc.apply_changes([change]).unwrap();
    }
}

pub(super) fn coach() -> MemberId {
    MemberId::from_bytes([8; 16])
}

pub(super) fn my_log() -> DocHead {
    DocHead::coaching_log(me())
}

pub(super) fn log_update(changes: Vec<Vec<u8>>) -> DocUpdate {
    DocUpdate {
        doc: DocName::Head(my_log()),
        ..logged(changes)
    }
}
