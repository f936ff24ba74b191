//! Where members stand and who left: the team's to know.

use besace_model::kind::Kind;
use besace_model::kinds::directory::{self, Stage};
use besace_model::kinds::membership;

use super::{ANNE, COMMS, OTHER, people};
use crate::coop::tests::world::*;
use crate::coop::{Changes, Coop, Decision, Described};
use crate::store::StorePlace;
use crate::store::people::Status;

#[test]
fn where_members_stand_and_who_left_is_the_teams_to_know() {
    let (mut world, _) = people(StorePlace::Memory);
    world.decide(Decision::Change {
        member: member(ANNE),
        changes: Changes {
            described: Some(Described {
                name: "Anne Le Goff".into(),
                stage: Some(Stage::Cape),
                associate: true,
                ..Described::default()
            }),
            ..Changes::default()
        },
    });
    let mut other = world.fresh(OTHER);
    let said = directory::read(other.last(Kind::Directory).unwrap().1);
    let listed = &said.members[&member(ANNE)];
    assert_eq!(
        (listed.stage, listed.associate, listed.active),
        (None, false, true)
    );
    assert!(other.last(Kind::Membership).is_none());
    world.decide(Decision::Change {
        member: member(ANNE),
        changes: Changes {
            status: Some(Status::Left),
            ..Changes::default()
        },
    });
    world.sync(&mut other, 1 << 16);
    for phone in [&other, &world.fresh(OTHER)] {
        let said = directory::read(phone.last(Kind::Directory).unwrap().1);
        assert!(!said.members.contains_key(&member(ANNE)));
        assert!(!phone.knows("Anne Le Goff"), "nor its past");
    }
    let team = world.fresh(COMMS);
    let said = membership::read(team.last(Kind::Membership).unwrap().1);
    let stands = &said.members[&member(ANNE)];
    assert_eq!(
        (stands.stage, stands.associate, stands.active),
        (Some(Stage::Cape), true, false)
    );
    world.decide(Decision::Change {
        member: member(ANNE),
        changes: Changes {
            status: Some(Status::Active),
            ..Changes::default()
        },
    });
    let said = directory::read(world.fresh(OTHER).last(Kind::Directory).unwrap().1);
    assert!(said.members.contains_key(&member(ANNE)));
}

#[test]
fn a_directory_of_before_forgets_what_it_told_everyone_when_the_relay_opens_it() {
    let folder = std::env::temp_dir().join(format!("besace-told-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = StorePlace::File(folder.join("coop.db"));
    let (world, _) = people(place.clone());
    let conn = world.coop.store.conn();
    conn.execute_batch("DELETE FROM projection").unwrap();
    let before = world.fresh(OTHER);
    let generation = before.last(Kind::Directory).unwrap().0.generation;
    let at = world.now;
    drop(world);
    let mut world = World::of(Coop::open(place, 1).unwrap(), at);
    world.settle();
    let after = world.fresh(OTHER);
    let (head, doc) = after.last(Kind::Directory).unwrap();
    assert_eq!(head.generation, generation + 1);
    assert_eq!(directory::read(doc).members.len(), 3);
    std::fs::remove_dir_all(&folder).unwrap();
}
