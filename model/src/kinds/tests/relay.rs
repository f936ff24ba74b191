//! What the relay alone writes: directory, roster, seats.

use super::*;
use crate::genesis::Genesis;
use crate::kind::Kind;
use crate::kinds::seats::{Received, Terms, counts_for, decide};
use crate::kinds::{directory, roster};
use crate::limits::{ANSWER_AHEAD_MAX, SEQUENCE_MAX};
use crate::sorted::SortedSet;

const RELAY: [u8; 16] = [7; 16];

fn entry(name: &str, roles: &[Role], coaches: &[u8]) -> DirectoryMember {
    DirectoryMember {
        name: name.into(),
        roles: roles.iter().copied().collect(),
        coaches: coaches.iter().map(|number| person(*number)).collect(),
        branch: "Littoral".into(),
        stage: Some(Stage::Cesa),
        associate: false,
        active: true,
        facilitates: SortedSet::new(),
    }
}

#[test]
fn the_directory_is_written_once_and_then_only_where_it_differs() {
    let mut said = Directory {
        coop_name: "Les Abeilles".into(),
        members: [
            (
                person(MEMBER),
                entry("Zoé", &[Role::Entrepreneur], &[COACH]),
            ),
            (person(COACH), entry("Max", &[Role::Coach], &[])),
        ]
        .into(),
    };
    let mut doc = Genesis::document(Kind::Directory);
    directory::write(&mut doc, &said, NOW, RELAY).unwrap();
    assert_eq!(directory::read(&doc), said);
    let again = directory::write(&mut doc, &said, NOW, RELAY);
    assert_eq!(again, Err(CommandError::NoChange));

    let grants = directory::grants_of(&said, person(COACH));
    assert!(grants.coaches(person(MEMBER)) && !grants.coaches(person(COACH)));
    assert!(!directory::grants_of(&said, person(STRANGER)).coaches(person(MEMBER)));

    let zoe = said.members.get_mut(&person(MEMBER)).unwrap();
    (zoe.coaches, zoe.stage) = (SortedSet::new(), None);
    zoe.roles.insert(Role::Coach);
    let small = directory::write(&mut doc, &said, NOW, RELAY).unwrap();
    assert_eq!(
        automerge::Change::from_bytes(small.change).unwrap().len(),
        3
    );
    assert_eq!(directory::read(&doc), said);

    let event = Ulid::from_parts(1, [3; 10]);
    let set = |said: &mut Directory, events: &[Ulid]| {
        let zoe = said.members.get_mut(&person(MEMBER)).unwrap();
        zoe.facilitates = events.iter().copied().collect();
    };
    for events in [&[event][..], &[]] {
        set(&mut said, events);
        directory::write(&mut doc, &said, NOW, RELAY).unwrap();
        assert_eq!(directory::read(&doc), said);
        let grants = directory::grants_of(&said, person(MEMBER));
        assert_eq!(grants.facilitates.contains(&event), !events.is_empty());
    }

    said.members.remove(&person(COACH));
    directory::write(&mut doc, &said, NOW, RELAY).unwrap();
    let read = directory::read(&doc);
    assert!(
        !read.members[&person(COACH)].active,
        "who left stays by name"
    );
    assert!(directory::grants_of(&read, person(COACH)).roles.is_empty());
}

fn accepts(numbers: &[u8]) -> Vec<Received> {
    let received = |number: &u8| Received {
        member: person(*number),
        status: AnswerStatus::Accepted,
        for_sequence: 0,
    };
    numbers.iter().map(received).collect()
}

fn seated(roster: &Roster) -> Vec<u8> {
    let mut seats: Vec<_> = roster
        .seats
        .iter()
        .filter(|(_, seat)| seat.status == SeatStatus::Seated)
        .map(|(member, seat)| (seat.rank, member.0.0[15]))
        .collect();
    seats.sort_unstable();
    seats.into_iter().map(|(_, number)| number).collect()
}

fn terms(capacity: i64) -> Terms {
    Terms {
        capacity,
        sequence: 0,
    }
}

#[test]
fn seats_go_in_order_of_receipt_and_a_free_one_to_the_first_waiting() {
    let full = decide(terms(2), &Roster::default(), &accepts(&[5, 3, 4, 1]), NOW);
    assert_eq!(seated(&full), [5, 3]);
    assert_eq!(full.seats.len(), 4);
    let left = decide(terms(2), &full, &accepts(&[5, 4, 1]), NOW.plus_ms(1_000));
    assert_eq!(seated(&left), [5, 4]);
    assert_eq!(
        left.seats[&person(5)].at,
        NOW.rfc3339(),
        "who kept a seat had it since then"
    );
    let back = decide(terms(2), &left, &accepts(&[5, 3, 4, 1]), NOW);
    assert_eq!(
        seated(&back),
        [5, 4],
        "who gave a seat up waits like others"
    );
}

#[test]
fn capacity_shrinks_without_unseating_and_zero_means_no_limit() {
    let three = decide(terms(3), &Roster::default(), &accepts(&[1, 2, 3]), NOW);
    let fewer = decide(terms(1), &three, &accepts(&[1, 2, 3, 4]), NOW);
    assert_eq!(seated(&fewer), [1, 2, 3]);
    let open = decide(terms(0), &fewer, &accepts(&[1, 2, 3, 4]), NOW);
    assert_eq!(seated(&open), [1, 2, 3, 4]);
}

#[test]
fn an_answer_to_the_event_before_it_moved_keeps_a_seat_but_takes_none() {
    let before = decide(terms(5), &Roster::default(), &accepts(&[1]), NOW);
    let moved = Terms {
        capacity: 5,
        sequence: 1,
    };
    let mut answers = accepts(&[1, 2]);
    answers.push(Received {
        member: person(3),
        status: AnswerStatus::Declined,
        for_sequence: 1,
    });
    answers.push(Received {
        member: person(4),
        status: AnswerStatus::Declined,
        for_sequence: 0,
    });
    let after = decide(moved, &before, &answers, NOW);
    assert_eq!(seated(&after), [1]);
    assert_eq!((after.seats.len(), after.declined), (1, 1));
}

#[test]
fn an_answer_counts_for_what_its_author_may_have_seen_and_for_nothing_far_ahead() {
    assert_eq!(counts_for(3, 5), 3, "to an older one");
    assert_eq!(counts_for(5 + ANSWER_AHEAD_MAX, 5), 5 + ANSWER_AHEAD_MAX);
    assert_eq!(counts_for(SEQUENCE_MAX, 5), 5 + ANSWER_AHEAD_MAX);
}

#[test]
fn a_roster_is_written_and_a_released_seat_can_be_taken_again() {
    let mut doc = Genesis::document(Kind::Roster);
    let event = ulid(60);
    let mut current = Roster::default();
    for numbers in [&[1, 2, 3][..], &[2, 3], &[2, 3, 1]] {
        current = decide(terms(2), &current, &accepts(numbers), NOW);
        roster::write(&mut doc, event, &current, NOW, RELAY).unwrap();
        assert_eq!(roster::read(&doc), current);
    }
    let again = roster::write(&mut doc, event, &current, NOW, RELAY);
    assert_eq!(again, Err(CommandError::NoChange));
}
