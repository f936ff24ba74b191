//! One step of a random day: somebody writes, or something fails.

use besace_tests::people;
use besace_tests::world::World;
use rand::RngExt;

use super::cast::Cast;
use super::{DAY_MS, Fate};

mod choose;

use choose::{choose, write};

pub(super) fn step(world: &mut World, cast: &mut Cast, fate: Fate) {
    let phone = world.chance.random_range(0..world.phones.len());
    if world.chance.random_range(0..3u8) == 0 {
        write(world, cast, phone);
    }
    match world.chance.random_range(0..22u32) {
        0 => world.signal(phone, false),
        1 | 2 => world.signal(phone, true),
        3 => {
            world.kill(phone);
            world.pass(500);
            world.open(phone);
        }
        4 => {
            if world.chance.random_range(0..4u8) == 0 {
                world.relay.start_over();
            } else {
                world.crash_relay();
            }
            let down = world.chance.random_range(0..60_000);
            world.pass(down);
            world.relay.start();
        }
        5 | 11 if fate == Fate::Crashes => {
            let member = cast.others[world.chance.random_range(0..cast.others.len())];
            let (coach, gives) = (cast.coach, world.chance.random_range(0..2u8) == 0);
            let theirs = world.phones.iter().position(|it| it.member == coach);
            if let Some(phone) = theirs.filter(|_| !gives) {
                // Who loses access often has no signal, and goes on writing.
                world.signal(phone, false);
                let now = world.now;
                let id = people::ulid(&mut world.chance, now);
                world.attempt(phone, people::action(member, coach, id));
            }
            if gives {
                world.assign(coach, member);
            } else {
                world.unassign(coach, member);
            }
        }
        6 => {
            let now = world.now;
            world.relay.idle(now);
        }
        7 => {
            let skew = world.chance.random_range(-2 * DAY_MS..2 * DAY_MS);
            world.phones[phone].skew_ms = skew;
        }
        8 | 9 => {
            let ms = world.chance.random_range(0..120_000);
            world.pass(ms);
        }
        12 if fate == Fate::IsRestored && world.chance.random_range(0..3u8) == 0 => {
            world.download_again(phone);
        }
        10 => {
            // A disk with little room: what a person saves fits sooner than what the relay sends.
            let room = [0, 2_000, 6_000];
            let room = room.get(world.chance.random_range(0..9usize));
            world.phones[phone].disk_room = room.copied().unwrap_or(usize::MAX);
        }
        _ => {
            if let Some(command) = choose(world, cast, phone) {
                world.attempt(phone, command);
            }
        }
    }
    let ms = world.chance.random_range(0..400);
    world.pass(ms);
}
