//! Events: who may change one, what may follow what, decided in the order of receipt.

mod answers;

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, Automerge, ROOT, ReadDoc, ScalarValue};
use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::event::{EventChanges, EventCommand, EventStatus, SlotFields};
use besace_model::wire::{DocName, DocPush, Verdict};

use super::world::*;

const EVENT: Ulid = Ulid([7; 16]);

fn edit(changes: EventChanges) -> Say {
    Say::Event(EventCommand::EditEvent { id: EVENT, changes })
}

fn become_of(status: EventStatus) -> Say {
    edit(EventChanges {
        status: Some(status),
        ..EventChanges::default()
    })
}

fn move_to(day: i64) -> Say {
    edit(EventChanges {
        slots: Some(vec![SlotFields {
            id: EVENT,
            start: format!("2026-12-{day:02}T09:00:00Z"),
            end: format!("2026-12-{day:02}T12:00:00Z"),
            place: "Salle du marché".into(),
        }]),
        ..EventChanges::default()
    })
}

/// One write that a phone signs without asking the rules.
fn forged(
    world: &World,
    phone: &Phone,
    head: &DocHead,
    mut doc: Automerge,
    (map, key, value): (&[&str], &str, ScalarValue),
) -> DocPush {
    doc.set_author(Some(Author::from(phone.member.as_bytes().to_vec())));
    doc.set_actor(ActorId::from([phone.member.as_bytes()[0] + 50; 16]));
    let map = map.iter().fold(ROOT, |object, key| {
        doc.get(&object, *key).unwrap().unwrap().1
    });
    let mut tx = doc.transaction();
    tx.put(&map, key, value).unwrap();
    tx.commit_with(CommitOptions::default().with_time(1));
    let change = doc.get_last_local_change().unwrap().raw_bytes().to_vec();
    DocPush {
        doc: DocName::Head(head.clone()),
        commits: vec![phone.sign(head.id(world.coop.id()), change)],
    }
}

fn pushed(world: &mut World, push: DocPush) -> Verdict {
    world.push(vec![push]).verdicts[0][0].verdict.clone()
}

fn refused(code: ErrorCode, path: &str) -> Verdict {
    Verdict::Refused(code, path.into())
}

#[test]
fn another_coach_does_not_rewrite_an_event_though_their_phone_signs_it() {
    let mut world = World::new();
    let mut creator = world.join(1, &[Role::Coach]);
    let mut other = world.join(2, &[Role::Coach]);
    let mut director = world.join(3, &[Role::Director]);
    world.say(&mut creator, &event(7, 2));
    let head = DocHead::event(EVENT);
    let id = head.id(world.coop.id());
    for phone in [&mut other, &mut director] {
        world.sync(phone, 100_000);
    }
    let title = |value: &str| (&["event"][..], "title", ScalarValue::from(value));
    let doc = other.docs[&id].clone();
    let push = forged(&world, &other, &head, doc, title("À moi"));
    let expected = refused(ErrorCode::Forbidden, "event/title");
    assert_eq!(pushed(&mut world, push), expected);
    for phone in [&mut director, &mut creator] {
        let verdict = world.say(phone, &capacity(7, i64::from(phone.member.as_bytes()[0])));
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    }
}

#[test]
fn an_event_called_off_stays_so_whoever_confirmed_it_without_knowing() {
    let mut world = World::new();
    let mut creator = world.join(1, &[Role::Coach]);
    let mut director = world.join(3, &[Role::Director]);
    let Say::Event(EventCommand::CreateEvent { id, mut event }) = event(7, 2) else {
        panic!("not an event");
    };
    event.status = EventStatus::Tentative;
    world.say(
        &mut creator,
        &Say::Event(EventCommand::CreateEvent { id, event }),
    );
    world.sync(&mut director, 100_000);
    let verdict = world.say(&mut creator, &become_of(EventStatus::Cancelled));
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    let verdict = world.say(&mut director, &become_of(EventStatus::Confirmed));
    assert_eq!(verdict, refused(ErrorCode::BadTransition, "event/status"));
}
