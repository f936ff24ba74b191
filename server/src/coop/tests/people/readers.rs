//! What decisions about people change for readers.

use besace_model::access::{Readers, Role};
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::kinds::directory;
use besace_model::sorted::SortedSet;

use crate::coop::tests::world::*;
use crate::coop::{Changes, Decision};
use crate::store::people::Status;

#[test]
fn phones_learn_of_people_from_the_directory() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    world.join(2, &[Role::Coach]);
    world.assign(2, 1);
    world.sync(&mut anne, 100_000);
    let id = DocHead::directory().id(world.coop.id());
    let said = directory::read(&anne.docs[&id]);
    assert_eq!(said.coop_name, "Les Besaciers");
    assert_eq!(
        said.members[&member(1)].coaches,
        SortedSet::from([member(2)])
    );
    assert_eq!(
        said.members[&member(2)].roles,
        SortedSet::from([Role::Coach])
    );
    world.decide(Decision::Change {
        member: member(2),
        changes: Changes {
            status: Some(Status::Left),
            ..Changes::default()
        },
    });
    world.sync(&mut anne, 100_000);
    let said = directory::read(anne.last(Kind::Directory).unwrap().1);
    assert!(!said.members.contains_key(&member(2)));
}

#[test]
fn what_is_open_on_the_board_is_what_the_model_grants() {
    let mut world = World::new();
    let roles: [&[Role]; 6] = [
        &[Role::Entrepreneur],
        &[Role::Coach],
        &[Role::Finance],
        &[Role::Comms],
        &[Role::Director],
        &[Role::Entrepreneur, Role::Coach],
    ];
    for (n, roles) in roles.iter().enumerate() {
        world.join(n as u8 + 1, roles);
    }
    world.assign(2, 1);
    world.assign(6, 3);
    world.assign(5, 1);
    world.decide(Decision::Change {
        member: member(4),
        changes: Changes {
            status: Some(Status::Suspended),
            ..Changes::default()
        },
    });
    let people = world.coop.people();
    world.coop.glance().with_board(|board| {
        let mut audiences = vec![Readers::Everyone.about(MemberId::RELAY.0)];
        for owner in (1..7).map(member) {
            audiences.extend([
                Readers::Activity.about(owner.0),
                Readers::Coaching.about(owner.0),
                Readers::Own.about(owner.0),
            ]);
        }
        for reader in (1..7).map(member) {
            for audience in &audiences {
                let row = board.row(*audience).unwrap();
                let granted = people.reads(reader, *audience);
                assert_eq!(board.reads(reader, row), granted, "{reader} {audience:?}");
                assert_eq!(board.readers_of(row).contains(&reader), granted);
            }
        }
    });
}
