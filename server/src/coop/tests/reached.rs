//! Who reads how members are reached, where they stand, and who left.

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::kind::Kind;
use besace_model::kinds::contact::{ContactChanges, ContactCommand};
use besace_model::kinds::directory::Stage;
use besace_model::kinds::profile::{ProfileChanges, ProfileCommand};
use besace_model::kinds::{contact, contact_shown, directory, membership};
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::{Changes, Coop, Decision, Described};
use crate::store::StorePlace;
use crate::store::people::Status;

const NUMBER: &str = "06 12 34 56 78";
const ANNE: u8 = 1;
const OTHER: u8 = 2;
const COMMS: u8 = 3;

fn say(changes: ContactChanges) -> Say {
    Say::Contact(ContactCommand::EditContact { changes })
}

fn shown(shown: bool) -> Say {
    say(ContactChanges {
        shown: Some(shown),
        ..ContactChanges::default()
    })
}

fn number() -> Say {
    say(ContactChanges {
        phone: Some(NUMBER.into()),
        emergency: Some("appeler-paul".into()),
        ..ContactChanges::default()
    })
}

/// A member, another one, and somebody of the team.
fn people(place: StorePlace) -> (World, Phone) {
    let mut world = World::at(place);
    let anne = world.join(ANNE, &[Role::Entrepreneur]);
    world.join(OTHER, &[Role::Entrepreneur]);
    world.join(COMMS, &[Role::Comms]);
    world.settle();
    (world, anne)
}

#[test]
fn the_team_reads_how_a_member_is_reached_and_everyone_only_while_they_show_it() {
    let (mut world, mut anne) = people(StorePlace::Memory);
    let mut other = world.fresh(OTHER);
    for (command, told) in [
        (number(), false),
        (shown(true), true),
        (shown(false), false),
        (shown(true), true),
    ] {
        let verdict = world.say(&mut anne, &command);
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
        world.settle();
        world.sync(&mut other, 1 << 16);
        for phone in [&other, &world.fresh(OTHER)] {
            assert_eq!(phone.knows(NUMBER), told, "{command:?} {:?}", phone.heads);
            assert!(!phone.knows("appeler-paul"));
        }
        let team = world.fresh(COMMS);
        let (_, doc) = team.last(Kind::Contact).unwrap();
        assert_eq!(contact::read(doc).phone, NUMBER);
        assert_eq!(contact::read(doc).emergency, "appeler-paul");
    }
    let (_, doc) = other.last(Kind::ContactShown).unwrap();
    assert_eq!(contact_shown::read(doc).phone, NUMBER);
    assert!(world.fresh(ANNE).knows("appeler-paul"), "one's own");
}

#[test]
fn a_number_leaves_the_profile_that_everyone_gets_and_its_past() {
    for visible in [false, true] {
        let (mut world, mut anne) = people(StorePlace::Memory);
        let changes = ProfileChanges {
            display_name: Some("Anne Le Goff".into()),
            offers: Some("Des planches".into()),
            phone: Some(NUMBER.into()),
            contact_visible: Some(visible),
            ..ProfileChanges::default()
        };
        let before = Say::Profile(ProfileCommand::EditProfile { changes });
        world.say(&mut anne, &before);
        let mut other = world.fresh(OTHER);
        assert!(other.knows(NUMBER), "as it was");
        world.settle();
        world.sync(&mut other, 1 << 16);
        for phone in [other, world.fresh(OTHER)] {
            assert_eq!(phone.knows(NUMBER), visible);
            let (_, doc) = phone.last(Kind::Profile).unwrap();
            let said = besace_model::kinds::profile::read(doc);
            assert_eq!(
                (said.offers.as_str(), said.phone.as_str()),
                ("Des planches", "")
            );
        }
        let team = world.fresh(COMMS);
        let said = contact::read(team.last(Kind::Contact).unwrap().1);
        assert_eq!((said.phone.as_str(), said.shown), (NUMBER, visible));
    }
}

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
