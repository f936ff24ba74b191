//! The relay's own documents, rebuilt without their history whenever they are long.

mod reading;

use besace_model::access::Role;
use besace_model::kind::Kind;
use besace_model::kinds::rsvp::AnswerStatus::{Accepted, Declined};
use besace_model::kinds::{directory, roster};
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::{Changes, Coop, Decision, Described};
use crate::limits::ANSWER_CHANGE_EVERY_MS;
use crate::store::{StorePlace, log};

fn describe(n: u8, name: String) -> Decision {
    Decision::Change {
        member: member(n),
        changes: Changes {
            described: Some(Described {
                name,
                ..Described::default()
            }),
            ..Changes::default()
        },
    }
}

/// Flips one answer so many times, as slowly as each one counts; the last one takes the seat.
fn flip(world: &mut World, phone: &mut Phone, times: usize) {
    for n in 0..times {
        let status = if (times - n) % 2 == 1 {
            Accepted
        } else {
            Declined
        };
        world.now = world.now.plus_ms(ANSWER_CHANGE_EVERY_MS);
        let verdict = world.say(phone, &answer(7, status));
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    }
}

/// Takes the content from everything superseded.
fn clear(world: &mut World) {
    while world.coop.has_superseded() {
        let now = world.tick();
        world.coop.clear_superseded(now).unwrap();
    }
}

/// Bytes of changes that the log holds of one kind, and how many places of it are missing.
fn stored(world: &World, kind: Kind) -> (u64, u64) {
    let conn = world.coop.store.conn();
    let ask = |sql: &str, params: &[u8]| -> Vec<i64> {
        let mut statement = conn.prepare(sql).unwrap();
        let rows = statement.query_map(rusqlite::params_from_iter(params), |row| row.get(0));
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    };
    let docs = ask("SELECT id FROM doc WHERE kind = ?1", &[kind.number()]);
    let size = |doc| log::size_of(conn, doc, u64::MAX).unwrap().1;
    let gaps = ask("SELECT max(seq) - count(*) FROM log", &[]);
    (docs.into_iter().map(size).sum(), gaps[0] as u64)
}

/// One who answers, with an event of one seat, at a relay that rebuilds after so many changes.
fn invited(rebuild_after: u64) -> (World, Phone) {
    let mut world = World::new();
    world.coop.rebuild_after(rebuild_after);
    let mut team = world.join(1, &[Role::Comms]);
    let phone = world.join(2, &[Role::Entrepreneur]);
    world.say(&mut team, &event(7, 1));
    (world, phone)
}

#[test]
fn an_answer_flipped_without_end_stops_nothing_and_leaves_nothing_behind() {
    let (mut world, mut phone) = invited(8);
    let rosters = |world: &World| {
        let all = world.coop.documents().unwrap();
        all.iter()
            .filter(|(_, head)| head.kind == Kind::Roster)
            .count()
    };
    flip(&mut world, &mut phone, 441);
    clear(&mut world);
    let (bytes, gaps) = stored(&world, Kind::Roster);
    assert!(bytes < 16 * 400, "{bytes} bytes");
    assert_eq!((rosters(&world), gaps), (1, 0));
    let mut reader = Phone::reader(1);
    world.sync(&mut reader, 100_000);
    let (head, doc) = reader.last(Kind::Roster).unwrap();
    assert!(head.generation > 25, "{}", head.generation);
    assert!(doc.get_changes(&[]).len() < 16);
    let seats = roster::read(doc).seats;
    assert!(seats.contains_key(&member(2)));
    assert_eq!(
        reader
            .docs
            .keys()
            .filter(|id| reader.heads[id].kind == Kind::Roster)
            .count(),
        1
    );
}

#[test]
fn a_relay_that_starts_again_goes_on_with_the_last_generation() {
    let folder = std::env::temp_dir().join(format!("besace-rebuilt-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = StorePlace::File(folder.join("coop.db"));
    let mut world = World::at(place.clone());
    world.coop.rebuild_after(4);
    world.join(1, &[Role::Director]);
    for round in 0..30 {
        world.decide(describe(1, format!("Nom {round}")));
    }
    assert!(world.coop.has_superseded());
    let World { coop, now, .. } = world;
    coop.close().unwrap();
    let mut world = World::of(Coop::open(place, 1).unwrap(), now);
    world.coop.rebuild_after(4);
    assert!(world.coop.has_superseded(), "what was not cleared is known");
    for round in 30..60 {
        world.decide(describe(1, format!("Nom {round}")));
        clear(&mut world);
    }
    let mut reader = Phone::reader(1);
    world.sync(&mut reader, 100_000);
    let (head, doc) = reader.last(Kind::Directory).unwrap();
    assert!(head.generation > 5, "{}", head.generation);
    assert_eq!(directory::read(doc).members[&member(1)].name, "Nom 59");
    assert_eq!(stored(&world, Kind::Directory).1, 0);
    drop(world);
    std::fs::remove_dir_all(&folder).unwrap();
}
