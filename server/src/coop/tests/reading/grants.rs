//! Grants gained and lost between two pages.

use besace_model::limits::FRAME_FILL_BYTES;

use super::busy;
use crate::coop::tests::world::*;

#[test]
fn a_grant_gained_brings_whole_documents_and_a_lost_one_takes_them() {
    let (mut world, mut phones) = busy();
    let mut coach = Phone::reader(4);
    world.sync(&mut coach, FRAME_FILL_BYTES);
    let before = coach.state();
    world.unassign(4, 1);
    let page = world.page(&coach, FRAME_FILL_BYTES);
    assert_eq!(page.lost.len(), 4, "four years of activity");
    world.sync(&mut coach, FRAME_FILL_BYTES);
    let theirs = forecast("2021-11", 0).target(member(1)).id(world.coop.id());
    assert!(!coach.docs.contains_key(&theirs));
    world.say(&mut phones[0], &forecast("2021-12", 3));
    world.sync(&mut coach, FRAME_FILL_BYTES);
    assert!(
        !coach.docs.contains_key(&theirs),
        "not a byte of what is not theirs"
    );
    world.assign(4, 1);
    for fill_bytes in [200, FRAME_FILL_BYTES] {
        world.sync(&mut coach, fill_bytes);
    }
    assert_eq!(coach.docs.len(), before.len());
    let mut whole = Phone::reader(4);
    world.sync(&mut whole, 10_000_000);
    assert_eq!(coach.state(), whole.state());
}

#[test]
fn a_grant_lost_and_gained_again_while_away_misses_nothing() {
    let (mut world, mut phones) = busy();
    let mut coach = Phone::reader(4);
    world.sync(&mut coach, FRAME_FILL_BYTES);
    world.unassign(4, 2);
    world.say(&mut phones[1], &forecast("2022-12", 3));
    world.assign(4, 2);
    world.sync(&mut coach, 500);
    let mut whole = Phone::reader(4);
    world.sync(&mut whole, 10_000_000);
    assert_eq!(coach.state(), whole.state());
}
