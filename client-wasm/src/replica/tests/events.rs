//! Events as screens see them: who may change one, and what its status may still become.

mod answered;
mod held;

use automerge::Automerge;
use besace_model::access::{Grants, Role};
use besace_model::command::Command;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::directory::DirectoryMember;
use besace_model::kinds::event::{
    EventChanges, EventCommand, EventFields, EventKind, EventStatus, SlotFields,
};
use besace_model::kinds::rsvp::{AnswerCommand, AnswerFields, AnswerStatus};
use besace_model::kinds::{self, directory};
use besace_model::sorted::SortedSet;
use besace_model::wire::{DocName, DocUpdate, Logged};

use super::device::{Device, NOW, me, update};
use crate::api::{DispatchResult, Intent};
use crate::kinds::event::{EventAnswer, EventRequest, EventSheet};
use crate::view::{View, ViewRequest};

const EVENT: Ulid = Ulid([9; 16]);

fn other() -> MemberId {
    MemberId::from_bytes([8; 16])
}

fn with(member: MemberId, role: Role) -> Grants {
    Grants {
        member,
        roles: SortedSet::from([role]),
        ..Grants::relay()
    }
}

fn create(status: EventStatus) -> Command {
    Command::Event(EventCommand::CreateEvent {
        id: EVENT,
        event: EventFields {
            title: "Café des prix".into(),
            kind: EventKind::Workshop,
            description: String::new(),
            slots: vec![SlotFields {
                id: Ulid([3; 16]),
                start: "2026-04-02T08:00:00Z".into(),
                end: "2026-04-02T10:00:00Z".into(),
                place: "Atelier".into(),
            }],
            branch: String::new(),
            capacity: 0,
            signup_open: true,
            status,
        },
    })
}

fn become_of(status: EventStatus) -> Command {
    Command::Event(EventCommand::EditEvent {
        id: EVENT,
        changes: EventChanges {
            status: Some(status),
            ..Default::default()
        },
    })
}

fn told(head: DocHead, change: Vec<u8>) -> DocUpdate {
    DocUpdate {
        doc: DocName::Head(head),
        piece: None,
        changes: vec![Logged {
            age_ms: 1_000,
            change,
        }],
    }
}

/// A phone of a member with a role, perhaps a facilitator, that knows of an event a coach created.
fn phone(role: Role, facilitates: bool, creator: MemberId, status: EventStatus) -> Device {
    let entry = DirectoryMember {
        name: "Moi".into(),
        roles: SortedSet::from([role]),
        active: true,
        facilitates: facilitates.then_some(EVENT).into_iter().collect(),
        ..Default::default()
    };
    let mut people = std::iter::once((me(), Some(&entry)));
    let head = DocHead::directory();
    let mut doc = Genesis::document(head.kind);
    let name = "Les Besaciers";
    let people = directory::write(&mut doc, name, &mut people, NOW, [1; 16]).unwrap();
    let mut event = Genesis::document(DocHead::event(EVENT).kind);
    let created = made(&mut event, &with(creator, Role::Coach), &create(status));
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![
        told(head, people.change),
        told(DocHead::event(EVENT), created),
    ];
    device.hear(news);
    device
}

fn made(doc: &mut Automerge, by: &Grants, command: &Command) -> Vec<u8> {
    let context = Context {
        author: by,
        now: NOW,
    };
    let made = kinds::commit(doc, command, &context, [2; 16]);
    made.unwrap().change
}

fn sheet(device: &Device) -> EventSheet {
    match device
        .replica
        .view(&ViewRequest::Event(EventRequest::Event { id: EVENT }), NOW)
    {
        View::Event(EventAnswer::Event(Some(sheet))) => *sheet,
        other => panic!("{other:?}"),
    }
}

fn answer(device: &mut Device, status: AnswerStatus) -> DispatchResult {
    device.dispatch(Intent::Do {
        command: Command::Rsvp(AnswerCommand::AnswerEvent {
            event: EVENT,
            answer: AnswerFields {
                status,
                comment: String::new(),
                carpool_seats: 0,
                carpool_from: String::new(),
                diet: String::new(),
                for_sequence: 0,
            },
        }),
        base: None,
    })
}
