//! Answers to an event, and the event that moves meanwhile.

use super::{at_once, with};
use crate::doc::genesis::Genesis;
use crate::kind::Kind;
use crate::kinds::event::EventCommand;
use crate::kinds::rsvp::AnswerCommand;
use crate::kinds::tests::*;
use crate::kinds::{event, rsvp};

#[test]
fn an_answer_is_one_whole_and_the_newer_event_wins() {
    let early = answer(AnswerStatus::Declined, 2);
    let mut late = answer(AnswerStatus::Accepted, 1);
    if let Command::Rsvp(AnswerCommand::AnswerEvent { answer, .. }) = &mut late {
        answer.comment = "Je viens".into();
    }
    let first = answer(AnswerStatus::Tentative, 0);
    for swapped in [false, true] {
        let mut doc = with(Kind::Rsvp, &[(MEMBER, first.clone())]);
        let (one, other) = ((MEMBER, 10, early.clone()), (MEMBER, 20, late.clone()));
        if swapped {
            at_once(&mut doc, other, one);
        } else {
            at_once(&mut doc, one, other);
        }
        let read = rsvp::read(&doc).answers[&ulid(60)].clone();
        assert_eq!(
            (read.status, read.for_sequence),
            (AnswerStatus::Declined, 2)
        );
        assert_eq!(
            read.comment, "J’apporte le café",
            "no field of the other answer"
        );
        assert_eq!(read.responded_at, NOW.plus_ms(10_000).rfc3339());
    }
    let mut doc = with(Kind::Rsvp, &[(MEMBER, first)]);
    let again = |status| answer(status, 0);
    at_once(
        &mut doc,
        (MEMBER, 30, again(AnswerStatus::Accepted)),
        (MEMBER, 20, again(AnswerStatus::Declined)),
    );
    let read = rsvp::read(&doc).answers[&ulid(60)].status;
    assert_eq!(
        read,
        AnswerStatus::Accepted,
        "the later one, on one sequence"
    );
}

#[test]
fn an_event_moves_up_its_sequence_only_when_time_or_place_change() {
    let create = Command::Event(EventCommand::CreateEvent {
        id: ulid(60),
        event: EventFields {
            status: EventStatus::Tentative,
            ..event()
        },
    });
    let edit = |changes| {
        Command::Event(EventCommand::EditEvent {
            id: ulid(60),
            changes,
        })
    };
    let mut doc = Genesis::document(Kind::Event);
    assert_eq!(event::read(&doc), None);
    act(&mut doc, COACH, &create).unwrap();
    let title = EventChanges {
        title: Some("Café".into()),
        ..Default::default()
    };
    act(&mut doc, COACH, &edit(title)).unwrap();
    assert_eq!(event::read(&doc).unwrap().sequence, 0);
    let moved = |day: &str| {
        edit(EventChanges {
            slots: Some(vec![slot(
                &format!("2026-04-{day}T08:00:00Z"),
                &format!("2026-04-{day}T10:00:00Z"),
            )]),
            ..Default::default()
        })
    };
    let cancel = edit(EventChanges {
        status: Some(EventStatus::Cancelled),
        ..Default::default()
    });
    let confirm = edit(EventChanges {
        status: Some(EventStatus::Confirmed),
        ..Default::default()
    });
    act(&mut doc, COACH, &moved("09")).unwrap();
    at_once(&mut doc, (COACH, 1, cancel), (COACH, 2, confirm));
    at_once(&mut doc, (COACH, 3, moved("10")), (COACH, 4, moved("11")));
    let read = event::read(&doc).unwrap();
    assert_eq!(read.sequence, 2);
    assert_eq!(read.status, EventStatus::Cancelled);
    let other = SlotFields {
        id: ulid(71),
        ..slot("2026-05-01T08:00:00Z", "2026-05-01T10:00:00Z")
    };
    act(
        &mut doc,
        COACH,
        &edit(EventChanges {
            slots: Some(vec![other]),
            ..Default::default()
        }),
    )
    .unwrap();
    let read = event::read(&doc).unwrap();
    assert_eq!(read.sequence, 3);
    assert_ne!(read.slots[&ulid(70)].removed_at, "");
    assert_eq!(read.slots[&ulid(71)].removed_at, "");
}
