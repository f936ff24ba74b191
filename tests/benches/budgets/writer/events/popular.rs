//! A popular event: many answer, and it moves.

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::event::{EventCommand, EventFields, EventKind, EventStatus, SlotFields};

use super::{answer_all, signed};
use crate::Setting;
use crate::coop::{Founder, Pen, fresh_folder, ulid};
use crate::report::Report;
use crate::writer::{Bench, Cost, held, one};

pub(in crate::writer) fn an_event(number: u64) -> Say {
    Say::Event(EventCommand::CreateEvent {
        id: ulid(number),
        event: EventFields {
            title: "Atelier devis".into(),
            kind: EventKind::Workshop,
            description: String::new(),
            slots: vec![SlotFields {
                id: Ulid([1; 16]),
                start: "2026-12-01T09:00:00Z".into(),
                end: "2026-12-01T12:00:00Z".into(),
                place: "Salle du marché".into(),
            }],
            branch: String::new(),
            capacity: 20,
            signup_open: true,
            status: EventStatus::Confirmed,
        },
    })
}

/// One changes their mind about an event that so many answered.
pub(in crate::writer) fn popular_event(setting: &Setting, report: &mut Report) {
    for members in [setting.pick(600, 50), setting.pick(1_200, 100)] {
        let data = fresh_folder("writer-event");
        let (mut founder, crowd) = Founder::crowd(&data, members);
        let team = founder.member(&[Role::Comms]);
        let team = founder.device(team);
        let coop = founder.coop.id();
        let mut pen = Pen::new(coop, DocHead::event(ulid(0)), &team);
        let commit = pen.write(&team, &an_event(0), founder.now);
        founder.admit(&pen.head, &[commit]);
        let mut bench = Bench::new(founder);
        let mut docs = Vec::new();
        for devices in crowd.chunks(200) {
            let mut pushes = Vec::new();
            for device in devices {
                let mut doc = Genesis::document(Kind::Rsvp);
                let change = answer_all(&mut doc, device.member, 1, 0..1, "accepted");
                let head = DocHead::rsvp(device.member);
                pushes.extend(one(&head, signed(&bench.founder, &head, device, change)));
                docs.push(doc);
            }
            bench.accepted(pushes);
        }
        let (first, doc) = (&crowd[0], &mut docs[0]);
        let head = DocHead::rsvp(first.member);
        let mut longest: Option<Cost> = None;
        for status in ["declined", "accepted", "declined", "accepted"] {
            let change = answer_all(doc, first.member, 1, 0..1, status);
            let commit = signed(&bench.founder, &head, first, change);
            let cost = bench.accepted(one(&head, commit));
            if longest
                .as_ref()
                .is_none_or(|before| before.held < cost.held)
            {
                longest = Some(cost);
            }
        }
        let cost = longest.expect("four were measured");
        held(
            report,
            &format!("a change of mind about an event with {members} answers"),
            &cost,
        );
    }
}
