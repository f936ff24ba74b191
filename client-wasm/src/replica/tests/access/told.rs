//! What was told of documents that are no longer read.

use besace_model::access::Grants;
use besace_model::command::Command;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds;
use besace_model::kinds::coaching_log::{CoachingCommand, GoalFields, GoalKind, GoalStatus};
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocUpdate, Logged};

use super::person;
use crate::replica::tests::device::{Device, coop, update};
use crate::store;

/// A coach who is told of a goal that a member set, and of another member's.
fn told_of_goals() -> Device {
    let mut device = Device::new();
    device.connect();
    device.hear(update(1));
    let mut news = update(2);
    news.docs = [31, 32].map(|number| goal_of(person(number))).into();
    device.hear(news);
    device
}

fn goal_of(member: MemberId) -> DocUpdate {
    let head = DocHead::coaching_log(member);
    let goal = Command::CoachingLog(CoachingCommand::AddGoal {
        member,
        id: Ulid([3; 16]),
        goal: GoalFields {
            title: format!("But de {member}"),
            kind: GoalKind::Commercial,
            target_value: 0,
            unit: String::new(),
            due: String::new(),
            status: GoalStatus::Open,
            progress_bp: 0,
        },
    });
    let context = Context {
        author: &Grants {
            member,
            ..Grants::relay()
        },
        now: Timestamp(0),
    };
    let mut doc = Genesis::document(head.kind);
    let made = kinds::commit(&mut doc, &goal, &context, [2; 16]).unwrap();
    told_as(head, made.change)
}

pub(super) fn told_as(head: DocHead, change: Vec<u8>) -> DocUpdate {
    DocUpdate {
        doc: DocName::Head(head),
        piece: None,
        changes: vec![Logged {
            age_ms: 1_000,
            change,
        }],
    }
}

/// The rows of what was told that speak of a member's goal.
fn told_rows(device: &Device, member: MemberId) -> usize {
    let title = format!("But de {member}");
    let rows = device.disk.iter().filter(|((store, _), row)| {
        store == store::AWAY && String::from_utf8_lossy(row).contains(&title)
    });
    rows.count()
}

#[test]
fn what_was_told_of_a_document_leaves_the_phone_with_it() {
    let lost = || DocHead::coaching_log(person(31)).id(coop());
    let mut device = told_of_goals();
    let told = |device: &Device| [31, 32].map(|number| told_rows(device, person(number)));
    assert_eq!(told(&device), [1, 1]);
    let mut news = update(3);
    news.lost = vec![lost()];
    device.hear(news);
    assert_eq!(told(&device), [0, 1]);
    assert_eq!(device.reopen().sync().away, 1);

    // An earlier version did not note the document: rather nothing of the kind than one word too many.
    let mut device = told_of_goals();
    for ((store, _), row) in &mut device.disk {
        if store == store::AWAY {
            let text = String::from_utf8(row.clone()).unwrap();
            let (before, after) = text.split_once("\"doc\":\"").unwrap();
            let (_, after) = after.split_once("\",").unwrap();
            *row = format!("{before}{after}").into_bytes();
        }
    }
    let mut device = device.reopen();
    assert_eq!(device.sync().away, 2);
    device.connect();
    let mut news = update(3);
    news.lost = vec![lost()];
    device.hear(news);
    assert_eq!(told(&device), [0, 0]);
}
