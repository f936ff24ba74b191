//! A move that ends in the middle, or comes too late.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::coop::segments::pack_some;
use crate::store::segments;

#[test]
fn a_move_that_is_interrupted_at_any_step_loses_and_doubles_nothing() {
    let folder = Folder::new("interrupted");
    let mut world = World::at(folder.place());
    world.join(1, &[Role::Entrepreneur]);
    let docs = fill(&world, 5);
    let before = told(world.coop.store.conn(), &docs);
    let mut interruptions = 0;
    for after in (0..).step_by(1_009) {
        let steps = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&steps);
        let stop = move || count.fetch_add(1, Ordering::Relaxed) == after;
        let due = world.coop.due_segments().unwrap();
        let step = pack_some(world.coop.store.conn(), &due, 2).unwrap();
        let at = moved(&world.coop);
        let conn = world.coop.store.conn_mut();
        conn.progress_handler(1, Some(stop)).unwrap();
        let put = world.coop.put_segments(step);
        let given = world.coop.give_space_back();
        let conn = world.coop.store.conn_mut();
        conn.progress_handler(0, None::<fn() -> bool>).unwrap();
        let now = moved(&world.coop);
        assert_eq!(now, at + put.as_ref().map_or(0, |it| *it));
        assert!(told(world.coop.store.conn(), &docs) == before, "at {after}");
        if let (Ok(0), Ok(0)) = (&put, &given) {
            assert!(now > 300, "{now} were moved");
            break;
        }
        interruptions += usize::from(put.is_err() || given.is_err());
        if put.is_ok() && interruptions % 3 == 0 {
            // As after a crash.
            drop(world.coop);
            world.coop = Coop::open(folder.place(), 1).unwrap();
        }
    }
    assert!(interruptions > 12, "{interruptions} interruptions");
    world.coop.check().unwrap();
}

#[test]
fn a_segment_that_comes_too_late_is_left_alone() {
    for too_late in [
        "UPDATE doc SET frozen = 1",
        "UPDATE doc SET superseded = 1",
        "UPDATE doc SET segmented_seq = segmented_seq + 1",
        "UPDATE snapshot SET upto_seq = 1",
        "DELETE FROM snapshot",
    ] {
        let mut world = World::new();
        world.join(1, &[Role::Entrepreneur]);
        let docs = fill(&world, 6);
        let before = told(world.coop.store.conn(), &docs);
        let due = world.coop.due_segments().unwrap();
        let step = pack_some(world.coop.store.conn(), &due, 2).unwrap();
        world.coop.store.conn().execute(too_late, []).unwrap();
        assert_eq!(world.coop.put_segments(step).unwrap(), 0, "{too_late}");
        assert!(told(world.coop.store.conn(), &docs) == before);
        assert_eq!(moved(&world.coop), 0);
    }
}

#[test]
fn nothing_of_a_frozen_document_moves() {
    let mut world = World::new();
    world.join(1, &[Role::Entrepreneur]);
    let docs = fill(&world, 7);
    let conn = world.coop.store.conn();
    for doc in &docs {
        docs::freeze(conn, *doc).unwrap();
    }
    assert!(segments::due(conn).unwrap().is_empty());
    assert_eq!(move_all(&mut world.coop), 0);
    // Also of one that was frozen after it was known to be due.
    let doc = docs.first().unwrap();
    world.coop.segmenting.cover(*doc);
    assert_eq!(move_all(&mut world.coop), 0);
    let thaw = "UPDATE doc SET frozen = 0";
    world.coop.store.conn().execute(thaw, []).unwrap();
    world.coop.segmenting.cover(*doc);
    assert!(move_all(&mut world.coop) > 0);
}

#[test]
fn commits_that_do_not_come_back_as_they_are_stay_where_they_are() {
    let mut world = World::new();
    world.join(1, &[Role::Entrepreneur]);
    let docs = fill(&world, 8);
    let doc = docs.first().unwrap();
    // The name that the log has for it is another one's.
    let rename =
        "UPDATE log SET hash = zeroblob(32) WHERE seq = (SELECT min(seq) FROM log WHERE doc = ?1)";
    world.coop.store.conn().execute(rename, [doc]).unwrap();
    let before = told(world.coop.store.conn(), &docs);
    assert!(move_all(&mut world.coop) > 100);
    assert!(told(world.coop.store.conn(), &docs) == before);
    let of = "SELECT count(*) FROM segment WHERE doc = ?1";
    let conn = world.coop.store.conn();
    let segments: i64 = conn.query_row(of, [doc], |row| row.get(0)).unwrap();
    assert_eq!(segments, 0);
}
