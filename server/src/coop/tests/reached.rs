//! Who reads how members are reached, where they stand, and who left.

mod standing;

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::kind::Kind;
use besace_model::kinds::contact::{self, ContactChanges, ContactCommand};
use besace_model::kinds::contact_shown;
use besace_model::kinds::profile::{ProfileChanges, ProfileCommand};
use besace_model::wire::Verdict;

use super::world::*;
use crate::store::StorePlace;

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
