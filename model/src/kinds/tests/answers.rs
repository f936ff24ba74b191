//! A member's answers, however many and however often given at once.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, ObjType, ROOT, ReadDoc};

use super::*;
use crate::admission::{DocIndex, Judgement, check_rules};
use crate::doc::genesis::Genesis;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::rsvp;
use crate::limits::RSVP_ANSWERS_MAX;

mod seats;
mod written;

fn event_number(number: u32) -> Ulid {
    let mut bytes = [0; 16];
    bytes[12..].copy_from_slice(&number.to_be_bytes());
    Ulid(bytes)
}

/// Answers to events, all in one change by a session of its own.
fn answers(
    doc: &mut Automerge,
    session: u8,
    events: std::ops::Range<u32>,
    status: &str,
) -> Vec<u8> {
    doc.set_author(Some(Author::from(person(MEMBER).as_bytes().to_vec())));
    doc.set_actor(ActorId::from(actor(MEMBER, session)));
    let mut tx = doc.transaction();
    let (_, answers) = tx.get(ROOT, "answers").unwrap().unwrap();
    for number in events {
        let event = event_number(number).to_string();
        let answer = match tx.get(&answers, event.as_str()).unwrap() {
            Some((_, answer)) => answer,
            None => tx.put_object(&answers, event, ObjType::Map).unwrap(),
        };
        tx.put(&answer, "status", status).unwrap();
        tx.put(&answer, "for_sequence", i64::from(session)).unwrap();
    }
    tx.commit_with(CommitOptions::default().with_time(1));
    doc.get_last_local_change().unwrap().raw_bytes().to_vec()
}

#[test]
fn a_member_answers_many_events_and_no_endless_number() {
    let mut doc = Genesis::document(Kind::Rsvp);
    let mut index = DocIndex::new(DocHead::rsvp(person(MEMBER)));
    let mut says = |raw: &[u8]| match check_rules(&index, &grants(MEMBER), raw) {
        Judgement::Accept(accepted) => {
            index.record(&accepted).unwrap();
            None
        }
        Judgement::Refuse(refusal) => Some(refusal.code),
        other => panic!("{other:?}"),
    };
    for start in (0..RSVP_ANSWERS_MAX).step_by(500) {
        let raw = answers(&mut doc, 0, start..start + 500, "declined");
        assert_eq!(says(&raw), None);
    }
    let mut one_more = doc.clone();
    let raw = answers(
        &mut one_more,
        0,
        RSVP_ANSWERS_MAX..RSVP_ANSWERS_MAX + 1,
        "declined",
    );
    assert_eq!(says(&raw), Some(ErrorCode::DocFull));
    let raw = answers(&mut doc, 0, 0..1, "accepted");
    assert_eq!(says(&raw), None, "what stands may still be changed");
}

#[test]
fn many_answers_given_twice_at_once_are_each_settled() {
    let mut doc = Genesis::document(Kind::Rsvp);
    answers(&mut doc, 0, 0..RSVP_ANSWERS_MAX, "tentative");
    let mut elsewhere = doc.fork();
    answers(&mut doc, 2, 0..RSVP_ANSWERS_MAX, "declined");
    answers(&mut elsewhere, 1, 0..RSVP_ANSWERS_MAX, "accepted");
    doc.merge(&mut elsewhere).unwrap();
    let read = rsvp::read(&doc);
    assert_eq!(read.answers.len(), RSVP_ANSWERS_MAX as usize);
    assert!(
        read.answers
            .values()
            .all(|answer| answer.status == AnswerStatus::Declined)
    );
}
