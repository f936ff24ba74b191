//! Answers to an event that moves, or is over.

use besace_model::access::Role;
use besace_model::doc::genesis::Genesis;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::kinds::roster;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::limits::{ANSWER_AHEAD_MAX, SEQUENCE_MAX};
use besace_model::time::Timestamp;
use besace_model::wire::Verdict;

use super::{EVENT, forged, move_to, pushed, refused};
use crate::coop::tests::world::*;

#[test]
fn an_answer_for_all_times_to_come_counts_no_longer_than_another() {
    let mut world = World::new();
    let mut creator = world.join(1, &[Role::Coach]);
    let mut member = world.join(2, &[Role::Entrepreneur]);
    world.say(&mut creator, &event(7, 2));
    world.say(&mut member, &answer(7, AnswerStatus::Tentative));
    let head = DocHead::rsvp(member.member);
    let doc = member.docs[&head.id(world.coop.id())].clone();
    let answers = ["answers", &EVENT.to_string()];
    let write = (&answers[..], "for_sequence", SEQUENCE_MAX.into());
    let push = forged(&world, &member, &head, doc, write);
    let verdict = pushed(&mut world, push);
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    let tentative = |world: &World| {
        let mut reader = Phone::reader(1);
        world.sync(&mut reader, 100_000);
        let id = DocHead::roster(EVENT).id(world.coop.id());
        let genesis = Genesis::document(DocHead::roster(EVENT).kind);
        roster::read(reader.docs.get(&id).unwrap_or(&genesis)).tentative
    };
    assert_eq!(tentative(&world), 1);
    for day in 2..=ANSWER_AHEAD_MAX + 2 {
        world.say(&mut creator, &move_to(day));
    }
    assert_eq!(tentative(&world), 0, "asked again like everybody");
}

#[test]
fn nobody_says_after_an_event_that_they_come_unless_it_moves() {
    let mut world = World::new();
    let mut creator = world.join(1, &[Role::Coach]);
    let mut early = world.join(2, &[Role::Entrepreneur]);
    let mut late = world.join(3, &[Role::Entrepreneur]);
    world.say(&mut creator, &event(7, 0));
    let verdict = world.say(&mut early, &answer(7, AnswerStatus::Accepted));
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    world.now = Timestamp::parse_rfc3339("2026-12-01T12:00:00Z").unwrap();
    let verdict = world.say(&mut late, &answer(7, AnswerStatus::Accepted));
    assert_eq!(verdict, refused(ErrorCode::EventOver, "status"));
    let verdict = world.say(&mut early, &answer(7, AnswerStatus::Declined));
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    world.say(&mut creator, &move_to(20));
    let mut other = world.join(4, &[Role::Entrepreneur]);
    let verdict = world.say(&mut other, &answer(7, AnswerStatus::Accepted));
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
}
