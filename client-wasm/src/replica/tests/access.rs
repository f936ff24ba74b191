//! What a member is told of who reads and who writes what about them, and what leaves a phone with the right to read it.

use besace_model::access::about::{Whose, about_members};
use besace_model::access::{Grants, Readers, Role, Who};
use besace_model::command::Command;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::coaching_log::{CoachingCommand, GoalFields, GoalKind, GoalStatus};
use besace_model::kinds::directory::DirectoryMember;
use besace_model::kinds::{self, directory};
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocUpdate, Logged};

use super::device::{Device, coop, me, update};
use crate::store;
use crate::view::access::KindAccess;
use crate::view::{View, ViewRequest};
use crate::views::requests::{WholeAnswer, WholeRequest};

fn person(number: u8) -> MemberId {
    MemberId::from_bytes([number; 16])
}

fn listed(name: &str, role: Role) -> DirectoryMember {
    DirectoryMember {
        name: name.into(),
        roles: [role].into(),
        active: true,
        ..DirectoryMember::default()
    }
}

/// An entrepreneur whom Anne accompanies; Elsa accompanies others, Luc counts, Zoé directed and left.
fn phone() -> Device {
    let anne = person(21);
    let mine = DirectoryMember {
        coaches: [anne].into(),
        ..listed("Moi", Role::Entrepreneur)
    };
    let left = DirectoryMember {
        active: false,
        ..listed("Zoé", Role::Director)
    };
    let all = [
        (me(), mine),
        (anne, listed("Anne Petit", Role::Coach)),
        (person(22), listed("Elsa", Role::Coach)),
        (person(23), listed("Luc", Role::Finance)),
        (person(24), left),
    ];
    let mut doc = Genesis::document(Kind::Directory);
    let mut members = all.iter().map(|(id, member)| (*id, Some(member)));
    let name = "Les Besaciers";
    let made = directory::write(&mut doc, name, &mut members, Timestamp(0), [9; 16]).unwrap();
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![told_as(DocHead::directory(), made.change)];
    device.hear(news);
    device
}

fn told(device: &Device) -> Vec<KindAccess> {
    let request = ViewRequest::Whole(WholeRequest::Access);
    match device.replica.view(&request, device.now) {
        View::Whole(WholeAnswer::Access(kinds)) => kinds,
        other => panic!("not who reads and writes: {other:?}"),
    }
}

#[test]
fn it_is_what_the_tables_say_and_nothing_else() {
    let kinds = told(&Device::new());
    let mut said = Vec::new();
    for kind in &kinds {
        assert!(
            kind.people.is_empty(),
            "nobody is known without a directory"
        );
        for part in &kind.parts {
            let writers = part.writers.clone();
            said.push((
                kind.kind,
                kind.whose,
                kind.readers,
                part.part.as_str(),
                writers,
            ));
        }
    }
    let tables = about_members().into_iter();
    let tables: Vec<_> = tables
        .map(|part| (part.kind, part.whose, part.readers, part.map, part.writers))
        .collect();
    assert_eq!(said, tables);
}

#[test]
fn whoever_reads_what_is_about_me_is_named() {
    let kinds = told(&phone());
    for kind in &kinds {
        let names: Vec<_> = kind.people.iter().map(|one| one.name.as_str()).collect();
        let expected: &[&str] = match (kind.whose, kind.readers) {
            (Whose::Others, _) | (_, Readers::Everyone | Readers::Own) => &[],
            (_, Readers::Activity) => &["Anne Petit", "Luc"],
            (_, Readers::Coaching) => &["Anne Petit"],
            (_, Readers::Team | Readers::Contact | Readers::Guests) => {
                &["Anne Petit", "Elsa", "Luc"]
            }
            (_, Readers::Direction) => &["Luc"],
        };
        assert_eq!(names, expected, "{:?}", kind.kind);
    }
    let log = kinds.iter().find(|kind| kind.kind == Kind::CoachingLog);
    let log = log.unwrap();
    assert_eq!(log.people[0].roles, [Role::Coach]);
    let asks = log.parts.iter().find(|part| part.part == "asks").unwrap();
    assert_eq!(asks.writers, [Who::Owner, Who::Coach]);
}

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

fn told_as(head: DocHead, change: Vec<u8>) -> DocUpdate {
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
