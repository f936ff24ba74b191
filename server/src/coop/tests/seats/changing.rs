//! Answers changed again and again, and clocks put back.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::roster::SeatStatus::Seated;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::wire::Verdict;

use super::{exported, invited, seats};
use crate::coop::tests::world::*;
use crate::limits::ANSWER_CHANGE_EVERY_MS;

/// How many changes the roster has.
fn roster_changes(world: &World) -> usize {
    let id = DocHead::roster(Ulid([7; 16])).id(world.coop.id());
    exported(world, id).unwrap().get_changes(&[]).len()
}

/// Accepts and declines in turns; what was said last.
fn flip(world: &mut World, phone: &mut Phone, times: u32) -> AnswerStatus {
    let mut last = AnswerStatus::Accepted;
    for time in 0..times {
        last = if time % 2 == 0 {
            AnswerStatus::Declined
        } else {
            AnswerStatus::Accepted
        };
        let verdict = world.say(phone, &answer(7, last));
        assert!(matches!(verdict, Verdict::Accepted(_)));
    }
    last
}

#[test]
fn an_answer_flipped_again_and_again_fills_no_roster_and_the_last_word_counts() {
    let (mut world, _, mut phones) = invited(2);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    let last = flip(&mut world, &mut phones[0], 200);
    assert_eq!(last, AnswerStatus::Accepted);
    let changes = roster_changes(&world);
    assert!(changes <= 8, "{changes} changes of the roster");
    assert_eq!(seats(&world), [], "the sixth word was no");
    // Others are heard at once meanwhile.
    world.say(&mut phones[1], &answer(7, AnswerStatus::Accepted));
    assert_eq!(seats(&world), [(3, Seated)]);
    assert!(world.coop.are_seats_waiting());
    assert!(!world.coop.are_seats_due(world.now));
    let later = world.now.plus_ms(ANSWER_CHANGE_EVERY_MS);
    assert!(world.coop.are_seats_due(later));
    world.coop.decide_seats(later).unwrap();
    assert_eq!(seats(&world), [(3, Seated), (2, Seated)]);
    assert!(!world.coop.are_seats_waiting());
}

#[test]
fn who_flips_back_before_the_time_changes_nothing() {
    let (mut world, _, mut phones) = invited(2);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    flip(&mut world, &mut phones[0], 201);
    let counted = seats(&world);
    let changes = roster_changes(&world);
    world
        .coop
        .decide_seats(world.now.plus_ms(ANSWER_CHANGE_EVERY_MS))
        .unwrap();
    assert_eq!((seats(&world), roster_changes(&world)), (counted, changes));
}

#[test]
fn a_clock_that_was_put_back_makes_no_word_wait_for_longer() {
    let (mut world, _, mut phones) = invited(2);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Accepted));
    flip(&mut world, &mut phones[0], 200);
    world.now = START.plus_ms(-365 * 86_400_000);
    assert!(world.coop.are_seats_due(world.now));
    let now = world.now;
    world.coop.decide_seats(now).unwrap();
    assert_eq!(seats(&world), [(2, Seated)]);
    world.say(&mut phones[0], &answer(7, AnswerStatus::Declined));
    let later = world.now.plus_ms(ANSWER_CHANGE_EVERY_MS);
    world.coop.decide_seats(later).unwrap();
    assert_eq!(seats(&world), []);
}
