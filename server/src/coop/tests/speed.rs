//! Rough costs, printed and never asserted. `BESACE_SPEED` sets the rounds.

use besace_model::access::Role;
use besace_model::limits::FRAME_FILL_BYTES;
use besace_model::wire::DocPush;

use super::world::*;
use crate::coop::{Prepared, Submission};
use crate::store::StorePlace;

/// Nanoseconds of processor time this thread used: what a machine shared with others leaves comparable.
fn cpu_ns() -> u64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = stat.split(' ').next().and_then(|ns| ns.parse().ok());
    first.unwrap_or(0)
}

/// Runs and prints microseconds of processor time per unit.
fn timed<T>(what: &str, units: usize, work: impl FnOnce() -> T) -> T {
    let start = cpu_ns();
    let answer = work();
    let spent = (cpu_ns() - start) as f64 / 1000.0;
    println!("{what}: {:.1} µs", spent / units as f64);
    answer
}

#[test]
fn admitting_and_reading() {
    #[expect(
        clippy::disallowed_methods,
        reason = "how long a measurement lasts is no setting of the relay"
    )]
    let rounds: usize = std::env::var("BESACE_SPEED").map_or(5, |n| n.parse().unwrap());
    let path = std::env::temp_dir().join(format!("besace-speed-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let mut world = World::at(StorePlace::File(path.join("coop.db")));
    let mut phones: Vec<Phone> = (1..51)
        .map(|n| world.join(n, &[Role::Entrepreneur]))
        .collect();
    for phone in &mut phones {
        world.say(phone, &tag("premier"));
    }
    let pushes: Vec<Vec<DocPush>> = (0..rounds)
        .map(|round| {
            let say = tag(&format!("mot {round}"));
            phones
                .iter_mut()
                .map(|phone| phone.commit(&world, &say))
                .collect()
        })
        .collect();
    let people = world.coop.people();
    let coop = world.coop.id();
    let prepared: Vec<Vec<Prepared>> = timed("prepare a commit", rounds * 50, || {
        let one = |push| Prepared::new(coop, &people, push);
        let group = |group: Vec<DocPush>| group.into_iter().map(one).collect();
        pushes.into_iter().map(group).collect()
    });
    let now = world.tick();
    let mut groups = prepared.into_iter();
    let alone = groups.next().unwrap();
    timed("admit alone", alone.len(), || {
        for push in alone {
            let pushes = vec![push];
            world.coop.admit(now, vec![Submission { pushes }]).unwrap();
        }
    });
    timed("admit in groups of 50", (rounds - 1) * 50, || {
        for group in groups {
            let one = |push| Submission { pushes: vec![push] };
            let outcome = world
                .coop
                .admit(now, group.into_iter().map(one).collect())
                .unwrap();
            assert_eq!(outcome.published.entries.len(), 50);
        }
    });
    while timed("snapshot", 100, || world.compact_all()) > 0 {}
    let mut fresh = Phone::reader(1);
    let docs = timed("read a whole document", 51, || {
        let mut docs = 0;
        loop {
            let page = world.page(&fresh, FRAME_FILL_BYTES);
            docs += page.docs.len();
            fresh.cursor = page.cursor;
            if page.at.is_some() {
                return docs;
            }
        }
    });
    assert!(docs >= 51);
    let glance = world.coop.glance();
    timed("nothing new", 10_000, || {
        for _ in 0..10_000 {
            let ask = crate::coop::Ask {
                member: fresh.member,
                cursor: fresh.cursor.as_ref(),
                witness: None,
                skip: &fresh.own,
                kinds: besace_model::kind::KindSet::known(),
                fill_bytes: FRAME_FILL_BYTES,
                now,
            };
            assert!(glance.nothing_new(&ask).is_some());
        }
    });
    std::fs::remove_dir_all(path).unwrap();
}
