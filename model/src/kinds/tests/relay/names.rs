//! The directory: written once, then only where it differs.

use super::{RELAY, entry, write_all};
use crate::doc::genesis::Genesis;
use crate::kind::Kind;
use crate::kinds::directory;
use crate::kinds::tests::*;
use crate::sorted::SortedSet;

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
