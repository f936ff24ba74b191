//! What phones, exports and the relay's own documents have of commits that moved: what they had before.

use besace_model::wire::Verdict;

use super::*;
use crate::coop::{Changes, Decision, Described};

/// Two phones that wrote so much each; what they wrote is covered by snapshots.
fn written(world: &mut World, words: usize) -> [Phone; 2] {
    let mut phones = [1, 2].map(|n| world.join(n, &[Role::Entrepreneur]));
    for n in 0..words {
        for phone in &mut phones {
            world.say(phone, &tag(&format!("métier {n}")));
        }
    }
    world.compact_all();
    phones
}

#[test]
fn phones_of_any_age_and_exports_get_the_same_from_segments() {
    let mut world = World::new();
    let mut late = world.join(3, &[Role::Entrepreneur]);
    world.sync(&mut late, 1_000_000);
    let phones = written(&mut world, 20);
    let ids: Vec<_> = world.coop.documents().unwrap();
    let exports = |world: &World| -> Vec<_> {
        let ids = ids.iter().map(|(id, _)| *id);
        ids.map(|id| world.coop.export(id).unwrap()).collect()
    };
    let before = exports(&world);
    assert!(move_all(&mut world.coop) >= 40);
    assert_eq!(exports(&world), before);
    // One that was away reads every entry, in small pages; another one begins.
    world.sync(&mut late, 600);
    assert!(late.pages > 10);
    let mut fresh = Phone::reader(3);
    world.sync(&mut fresh, 1_000_000);
    for phone in &phones {
        let id = DocHead::profile(phone.member).id(world.coop.id());
        assert_eq!(late.state()[&id], phone.state()[&id]);
        assert_eq!(fresh.state()[&id], phone.state()[&id]);
    }
}

#[test]
fn what_moved_is_judged_by_again_and_a_snapshot_that_is_no_good_is_made_of_it() {
    let mut world = World::new();
    let [mut anne, _] = written(&mut world, 20);
    move_all(&mut world.coop);
    world.coop.forget();
    let verdict = world.say(&mut anne, &tag("encore"));
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    let id = DocHead::profile(anne.member).id(world.coop.id());
    world.coop.spoil_snapshot(id);
    world.compact_all();
    assert_eq!(world.coop.glance().with_board(|board| board.frozen()), 0);
    let mut fresh = Phone::reader(1);
    world.sync(&mut fresh, 1_000_000);
    assert_eq!(fresh.state()[&id], anne.state()[&id]);
}

#[test]
fn the_segments_of_a_superseded_document_go_with_its_content() {
    let mut world = World::new();
    world.coop.segment_after(2);
    world.join(1, &[Role::Director]);
    let rename = |n: u32| Decision::Change {
        member: member(1),
        changes: Changes {
            described: Some(Described {
                name: format!("Nom {n}"),
                ..Described::default()
            }),
            ..Changes::default()
        },
    };
    let segments = |world: &World, which: &str| -> i64 {
        let sql = format!("SELECT count(*) FROM segment JOIN doc ON doc.id = segment.doc {which}");
        let conn = world.coop.store.conn();
        conn.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    for n in 0..300 {
        world.decide(rename(n));
    }
    world.compact_all();
    assert!(move_all(&mut world.coop) > 290);
    assert!(segments(&world, "") > 1);
    // It is rebuilt, and goes on from what lies in segments.
    world.coop.forget();
    world.coop.rebuild_after(4);
    world.decide(rename(300));
    assert!(world.coop.has_superseded());
    let old = "WHERE superseded = 1";
    while segments(&world, old) > 0 {
        let left: i64 = {
            let sql = "SELECT count(*) FROM log JOIN doc ON doc.id = log.doc WHERE superseded = 1";
            let conn = world.coop.store.conn();
            conn.query_row(sql, [], |row| row.get(0)).unwrap()
        };
        assert!(left > 0, "a segment is left behind");
        let now = world.tick();
        world.coop.clear_superseded(now).unwrap();
    }
    while world.coop.has_superseded() {
        let now = world.tick();
        world.coop.clear_superseded(now).unwrap();
    }
    let mut reader = Phone::reader(1);
    world.sync(&mut reader, 1_000_000);
    let (_, doc) = reader.last(besace_model::kind::Kind::Directory).unwrap();
    let said = besace_model::kinds::directory::read(doc);
    assert_eq!(said.members[&member(1)].name, "Nom 300");
}
