//! Random days of a small cooperative, from a seed: several devices, offline spells, cut links, repeated pushes,
//! crashes and restarts of phones and relay, clocks two days wrong, people losing and gaining access, and people who type
//! for hours on forms that are long out of date. First anything may happen, then the trouble ends and everything must
//! come to agree, with every word that somebody saved.

use std::path::PathBuf;

use besace_tests::world::{Weather, World};
use rand::RngExt;

mod cast;
mod step;

use cast::cast;
use step::step;

/// Seeds of an ordinary run.
const SEEDS: u64 = 200;
/// Things that happen in one world.
const STEPS: usize = 60;
const DAY_MS: i64 = 86_400_000;

/// A folder for the worlds' files, in memory where the machine has such a place.
fn folder(name: &str) -> PathBuf {
    let shm = PathBuf::from("/dev/shm");
    let base = if shm.is_dir() {
        shm
    } else {
        std::env::temp_dir()
    };
    let folder = base.join(format!("besace-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// How a world's relay fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It crashes, and may lose its write-ahead log.
    Crashes,
    /// It is also restored from a backup once, which lacks the end of its log, and people make phones download all
    /// again. Nobody gains or loses access meanwhile: decisions about people are only at the relay.
    IsRestored,
}

/// One world, from its seed. Returns how many commits were acknowledged and refused.
fn live(seed: u64, fate: Fate, folder: &std::path::Path) -> (usize, usize) {
    let mut world = World::new(seed, folder.to_path_buf());
    let mut cast = cast(&mut world);
    world.weather = Weather {
        cut_one_in: 25,
        twice_one_in: 10,
        delay_ms_max: 400,
    };
    let backup_at = world.chance.random_range(0..STEPS / 2);
    let restored_at = world.chance.random_range(STEPS / 2..STEPS);
    let mut backup = None;
    for number in 0..STEPS {
        if fate == Fate::IsRestored && number == backup_at {
            backup = Some(world.relay.back_up());
            world.relay.start();
        }
        if let Some(backup) = backup.take_if(|_| number == restored_at) {
            world.restore_relay(&backup);
        }
        step(&mut world, &mut cast, fate);
    }
    world.weather = Weather {
        delay_ms_max: 40,
        ..Weather::default()
    };
    world.relay.start();
    for phone in 0..world.phones.len() {
        world.phones[phone].disk_room = usize::MAX;
        world.signal(phone, true);
    }
    world.settle();
    let coop = world.relay.coop().expect("the relay runs");
    world.watch.check(coop, &world.phones);
    cast.drafts.check(&world.phones);
    (world.watch.acknowledged(), world.watch.refused())
}

fn live_all(name: &str, fate: Fate) {
    let folder = folder(name);
    let (mut acknowledged, mut refused) = (0, 0);
    for seed in 0..SEEDS {
        let outcome = std::panic::catch_unwind(|| live(seed, fate, &folder));
        let Ok((more, no)) = outcome else {
            panic!("seed {seed} broke an invariant: BESACE_SEED={seed} replays it")
        };
        acknowledged += more;
        refused += no;
    }
    std::fs::remove_dir_all(&folder).expect("the folder was ours");
    assert!(acknowledged > 1_000, "the worlds were idle: {acknowledged}");
    assert!(refused > 20, "hardly anybody was ever refused: {refused}");
}

/// All worlds, or the one whose seed is given.
fn live_some(name: &str, fate: Fate) {
    let seed = std::env::var("BESACE_SEED").ok();
    match seed.and_then(|seed| seed.parse().ok()) {
        Some(seed) => {
            live(seed, fate, &folder(&format!("{name}-one")));
        }
        None => live_all(name, fate),
    }
}

#[test]
fn two_hundred_random_worlds_keep_every_invariant() {
    live_some("crashes", Fate::Crashes);
}

#[test]
fn two_hundred_random_worlds_survive_a_restored_backup() {
    live_some("restored", Fate::IsRestored);
}
