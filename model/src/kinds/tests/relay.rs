//! What the relay alone writes: directory, roster, seats.

use automerge::ReadDoc as _;

use super::*;
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::directory;
use crate::kinds::roster;
use crate::kinds::roster::seats::{Decided, decide};
use crate::sorted::{SortedMap, SortedSet};

mod names;
mod seats;

use seats::{accepts, terms, told};

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
        stand_ins: SortedMap::new(),
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
