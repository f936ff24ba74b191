//! The relay's own documents, rebuilt without their history whenever they are long.

use besace_model::access::Role;
use besace_model::kind::Kind;
use besace_model::kinds::rsvp::AnswerStatus::{Accepted, Declined};
use besace_model::kinds::{directory, roster};
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::{Changes, Coop, Decision, Described};
use crate::limits::ANSWER_CHANGE_EVERY_MS;
use crate::store::StorePlace;

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
    let bytes = "SELECT coalesce(sum(length(change)), 0) FROM log JOIN doc ON doc.id = log.doc WHERE kind = ?1";
    let gaps = "SELECT max(seq) - count(*) FROM log";
    let ask = |sql: &str, kind: &[u8]| {
        let params = rusqlite::params_from_iter(kind);
        conn.query_row(sql, params, |row| row.get::<_, i64>(0))
            .unwrap() as u64
    };
    (ask(bytes, &[kind.number()]), ask(gaps, &[]))
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
        all.iter().filter(|(_, kind)| *kind == Kind::Roster).count()
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
fn a_phone_away_for_long_gets_the_last_generation_alone() {
    for is_cleared in [false, true] {
        let (mut world, mut phone) = invited(6);
        let mut away = Phone::reader(1);
        flip(&mut world, &mut phone, 9);
        world.sync(&mut away, 100_000);
        assert!(away.last(Kind::Roster).is_some());
        flip(&mut world, &mut phone, 300);
        if is_cleared {
            clear(&mut world);
        }
        let before = away.pages;
        let page = world.page(&away, 100_000);
        let updates = page.docs.iter().filter(|update| {
            matches!(&update.doc, besace_model::wire::DocName::Head(head) if head.kind == Kind::Roster)
        });
        assert_eq!(updates.count(), 1);
        world.sync(&mut away, 100_000);
        let mut fresh = Phone::reader(1);
        world.sync(&mut fresh, 100_000);
        assert_eq!(away.state(), fresh.state());
        assert!(away.pages - before <= 4, "{} pages", away.pages - before);
    }
}

#[test]
fn whoever_reads_while_it_is_rebuilt_always_ends_with_the_last_one() {
    for fill in [700, 4_000, 100_000] {
        let mut world = World::new();
        world.coop.rebuild_after(3);
        world.join(1, &[Role::Director]);
        for n in 2..30 {
            world.join(n, &[Role::Entrepreneur]);
        }
        let mut phones: Vec<_> = (2..6).map(Phone::reader).collect();
        world.sync(&mut phones[0], fill);
        for round in 0..60 {
            world.decide(describe(1 + round % 20, format!("Nom {round}")));
            if round % 3 == 0 {
                clear(&mut world);
            }
            for (n, phone) in phones.iter_mut().enumerate() {
                if usize::from(round) % (n + 1) == 0 {
                    let page = world.page(phone, fill);
                    phone.take(world.coop.id(), page);
                }
            }
            assert!(
                phones[0].last(Kind::Directory).is_some(),
                "never without it"
            );
        }
        let mut fresh = Phone::reader(6);
        world.sync(&mut fresh, fill);
        let said = directory::read(fresh.last(Kind::Directory).unwrap().1);
        assert_eq!(said.members[&member(20)].name, "Nom 59");
        assert_eq!(said.members.len(), 29);
        for phone in &mut phones {
            // To the end of what it was reading, and then what came meanwhile.
            world.sync(phone, fill);
            world.sync(phone, fill);
            assert_eq!(phone.state(), fresh.state());
        }
    }
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
