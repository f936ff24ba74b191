//! What the relay alone writes: directory, roster, seats.

use automerge::ReadDoc as _;

use super::*;
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::roster::seats::{Decided, Received, Terms, counts_for, decide};
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
        stage: None,
        associate: false,
        active: true,
        facilitates: SortedSet::new(),
    }
}

/// Says everything of everybody.
fn write_all(
    doc: &mut automerge::Automerge,
    said: &Directory,
) -> Result<crate::doc::writer::Made, CommandError> {
    let mut members = said.members.iter().map(|(id, member)| (*id, Some(member)));
    directory::write(doc, &said.coop_name, &mut members, NOW, RELAY)
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
    write_all(&mut doc, &said).unwrap();
    assert_eq!(directory::read(&doc), said);
    let again = write_all(&mut doc, &said);
    assert_eq!(again, Err(CommandError::NoChange));

    let grants = directory::grants_of(&said, person(COACH));
    assert!(grants.coaches(person(MEMBER)) && !grants.coaches(person(COACH)));
    assert!(!directory::grants_of(&said, person(STRANGER)).coaches(person(MEMBER)));

    let zoe = said.members.get_mut(&person(MEMBER)).unwrap();
    zoe.coaches = SortedSet::new();
    zoe.roles.insert(Role::Coach);
    let small = write_all(&mut doc, &said).unwrap();
    assert_eq!(
        automerge::Change::from_bytes(small.change).unwrap().len(),
        2
    );
    assert_eq!(directory::read(&doc), said);

    let event = Ulid::from_parts(1, [3; 10]);
    let set = |said: &mut Directory, events: &[Ulid]| {
        let zoe = said.members.get_mut(&person(MEMBER)).unwrap();
        zoe.facilitates = events.iter().copied().collect();
    };
    for events in [&[event][..], &[]] {
        set(&mut said, events);
        write_all(&mut doc, &said).unwrap();
        assert_eq!(directory::read(&doc), said);
        let grants = directory::grants_of(&said, person(MEMBER));
        assert_eq!(grants.facilitates.contains(&event), !events.is_empty());
    }

    said.members.get_mut(&person(COACH)).unwrap().active = false;
    write_all(&mut doc, &said).unwrap();
    let read = directory::read(&doc);
    assert_eq!(read, said, "who left stays by name");
    assert!(directory::grants_of(&read, person(COACH)).roles.is_empty());
}

#[test]
fn whoever_a_decision_did_not_touch_is_neither_read_nor_written() {
    let mut said = Directory {
        coop_name: "Les Abeilles".into(),
        members: (0..100)
            .map(|n| (person(n), entry("Zoé", &[], &[])))
            .collect(),
    };
    let mut doc = Genesis::document(Kind::Directory);
    write_all(&mut doc, &said).unwrap();
    for member in said.members.values_mut() {
        member.branch = "Ville".into();
    }
    let mut one = said
        .members
        .iter()
        .map(|(id, member)| (*id, Some(member)))
        .skip(7)
        .take(1);
    let small = directory::write(&mut doc, &said.coop_name, &mut one, NOW, RELAY).unwrap();
    let small = automerge::Change::from_bytes(small.change).unwrap();
    assert_eq!(small.len(), 1);
    let read = directory::read(&doc);
    let changed = read
        .members
        .iter()
        .filter(|(_, member)| member.branch == "Ville");
    assert_eq!(changed.map(|(id, _)| *id).collect::<Vec<_>>(), [person(7)]);
}

#[test]
fn what_does_not_fit_in_one_change_is_said_in_several() {
    let said = Directory {
        coop_name: "Les Abeilles".into(),
        members: (0..250)
            .map(|n| (person(n), entry(&"Zoé".repeat(54), &[Role::Coach], &[])))
            .collect(),
    };
    let mut doc = Genesis::document(Kind::Directory);
    let mut members = said.members.iter().map(|(id, member)| (*id, Some(member)));
    let mut changes = 0;
    loop {
        match directory::write(&mut doc, &said.coop_name, &mut members, NOW, RELAY) {
            Ok(made) => assert!(made.change.len() < crate::limits::CHANGE_BYTES_MAX),
            Err(error) => break assert_eq!(error, CommandError::NoChange),
        }
        changes += 1;
    }
    assert!((2..10).contains(&changes), "{changes}");
    assert_eq!(directory::read(&doc), said);
}

fn accepts(numbers: &[u8]) -> Vec<Received> {
    let received = |number: &u8| Received {
        member: person(*number),
        status: AnswerStatus::Accepted,
        for_sequence: 0,
    };
    numbers.iter().map(received).collect()
}

fn seated(decided: &Decided) -> Vec<u8> {
    let mut seats: Vec<_> = decided
        .seated
        .iter()
        .map(|(member, seat)| (seat.rank, member.0.0[15]))
        .collect();
    seats.sort_unstable();
    seats.into_iter().map(|(_, number)| number).collect()
}

/// What everybody is told of it.
fn told(decided: &Decided) -> Roster {
    let counts = decided.counts();
    Roster {
        seats: decided.seated.clone(),
        waiting: counts.waiting,
        tentative: counts.tentative,
        declined: counts.declined,
    }
}

fn terms(capacity: i64) -> Terms {
    Terms {
        capacity,
        sequence: 0,
    }
}

#[test]
fn seats_go_in_order_of_receipt_and_a_free_one_to_the_first_waiting() {
    let full = decide(terms(2), &Decided::default(), &accepts(&[5, 3, 4, 1]), NOW);
    assert_eq!(seated(&full), [5, 3]);
    assert_eq!(full.waiting.len(), 2);
    let left = decide(terms(2), &full, &accepts(&[5, 4, 1]), NOW.plus_ms(1_000));
    assert_eq!(seated(&left), [5, 4]);
    assert_eq!(
        left.seated[&person(5)].at,
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
    let three = decide(terms(3), &Decided::default(), &accepts(&[1, 2, 3]), NOW);
    let fewer = decide(terms(1), &three, &accepts(&[1, 2, 3, 4]), NOW);
    assert_eq!(seated(&fewer), [1, 2, 3]);
    let open = decide(terms(0), &fewer, &accepts(&[1, 2, 3, 4]), NOW);
    assert_eq!(seated(&open), [1, 2, 3, 4]);
}

#[test]
fn an_answer_to_the_event_before_it_moved_keeps_a_seat_but_takes_none() {
    let before = decide(terms(5), &Decided::default(), &accepts(&[1]), NOW);
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
    assert_eq!(
        (after.seated.len() + after.waiting.len(), after.declined),
        (1, 1)
    );
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
    let mut current = Decided::default();
    for numbers in [&[1, 2, 3][..], &[2, 3], &[2, 3, 1]] {
        let next = decide(terms(2), &current, &accepts(numbers), NOW);
        let mut changed = roster::changed(&current.seated, &next.seated);
        roster::write(&mut doc, event, &mut changed, &next.counts(), NOW, RELAY).unwrap();
        drop(changed);
        assert_eq!(roster::read(&doc), told(&next));
        assert_eq!(roster::changed(&next.seated, &next.seated).count(), 0);
        current = next;
    }
    let mut all = current.seated.iter().map(|(id, seat)| (*id, Some(seat)));
    let again = roster::write(&mut doc, event, &mut all, &current.counts(), NOW, RELAY);
    assert_eq!(again, Err(CommandError::NoChange));
}

#[test]
fn a_document_rebuilt_says_the_same_without_its_history() {
    let mut doc = Genesis::document(Kind::Roster);
    let event = ulid(60);
    let mut current = Decided::default();
    for round in 0..40 {
        let all: Vec<u8> = (0..30).filter(|n| n % 7 != round % 7).collect();
        let next = decide(terms(5), &current, &accepts(&all), NOW);
        let mut changed = roster::changed(&current.seated, &next.seated);
        roster::write(&mut doc, event, &mut changed, &next.counts(), NOW, RELAY).unwrap();
        drop(changed);
        current = next;
    }
    let head = DocHead::roster(event);
    let (fresh, changes) = crate::kinds::rebuild(&head, &doc, NOW, [8; 16]).unwrap();
    assert_eq!(roster::read(&fresh), told(&current));
    assert_eq!(changes.len(), 1);
    let (fresh, old) = (fresh.stats().num_ops, doc.stats().num_ops);
    assert!(fresh * 4 < old, "{fresh} {old}");
    let other = crate::kinds::rebuild(&DocHead::profile(person(1)), &doc, NOW, RELAY);
    assert!(matches!(other, Err(CommandError::Forbidden(_))));
}
