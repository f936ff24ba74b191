//! What was acknowledged: it survives a crash, and its snapshots keep up with it.

use besace_model::access::Role;
use besace_model::admission::trial::TRIAL_CHANGES_MAX;

use super::seq;
use crate::coop::tests::world::*;
use crate::coop::{Board, Coop};
use crate::store::StorePlace;

#[test]
fn what_was_acknowledged_is_there_after_a_crash() {
    let path = std::env::temp_dir().join(format!("besace-coop-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let (from, to) = (path.join("a.db"), path.join("b.db"));
    let mut world = World::at(StorePlace::File(from.clone()));
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    // Two documents in turns, so that places in the log and in a document differ.
    let says = (1..=4).flat_map(|n| {
        [
            tag(&format!("métier {n}")),
            forecast(&format!("2026-0{n}"), n),
        ]
    });
    let pushes: Vec<_> = says.map(|say| anne.commit(&world, &say)).collect();
    let receipts = |world: &mut World| -> Vec<u64> {
        let verdicts = world.push(pushes.clone()).verdicts.remove(0);
        verdicts.iter().map(|answer| seq(&answer.verdict)).collect()
    };
    let first = receipts(&mut world);
    // The files as a killed process leaves them.
    for suffix in ["", "-wal", ".lock"] {
        let name = |path: &std::path::Path| format!("{}{suffix}", path.display());
        std::fs::copy(name(&from), name(&to)).unwrap();
    }
    let coop = Coop::open(StorePlace::File(to), 99).unwrap();
    let before = world
        .coop
        .glance()
        .with_board(|board| (board.head(), board.epoch()));
    let after = coop
        .glance()
        .with_board(|board| (board.head(), board.epoch()));
    assert_eq!(before, after);
    world.coop = coop;
    assert_eq!(receipts(&mut world), first);
    let head = world.coop.glance().with_board(Board::head);
    assert_eq!(head, before.0, "nothing was written twice");
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn a_document_with_as_many_untried_changes_as_one_may_have_is_tried_next() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    world.compact_all();
    for number in 0..TRIAL_CHANGES_MAX {
        assert!(!world.coop.is_snapshot_overdue(), "after {number} changes");
        world.say(&mut anne, &forecast("2026-01", i64::from(number)));
    }
    assert!(world.coop.is_snapshot_overdue());
    assert_eq!(world.compact_all(), 1);
    assert!(!world.coop.is_snapshot_overdue());
}

#[test]
fn the_longer_a_document_the_more_changes_make_a_new_snapshot_worth_it() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut say_until_due = |world: &mut World| {
        world.compact_all();
        let mut said = 0;
        while world.coop.due_snapshots(1).is_empty() {
            world.say(&mut anne, &forecast("2026-01", said));
            said += 1;
        }
        said
    };
    assert_eq!(say_until_due(&mut world), 32);
    let later = [(); 8].map(|()| say_until_due(&mut world));
    assert_eq!(later, [32, 32, 32, 42, 56, 75, 100, 133]);
}

#[test]
fn the_longer_a_document_the_more_changes_may_wait_for_their_trial() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let written = 8 * TRIAL_CHANGES_MAX;
    for number in 0..written {
        world.say(&mut anne, &forecast("2026-01", i64::from(number)));
    }
    world.compact_all();
    let mut waiting = 0;
    while !world.coop.is_snapshot_overdue() {
        world.say(&mut anne, &forecast("2026-02", waiting));
        waiting += 1;
    }
    assert_eq!(
        waiting,
        i64::from(written),
        "half of what the document has then"
    );
}
