//! Files of a program before, and the space that comes back.

use besace_model::wire::Verdict;

use super::*;
use crate::limits::{FREE_PAGES_KEPT, REWRITE_SHARE};
use crate::store::{Space, migrate_to, take_back};

/// The schema that knew no segments.
const BEFORE: usize = 14;

/// A cooperative in a file of before, with documents full of commits.
fn of_before(folder: &Folder) -> (World, BTreeSet<DocRow>) {
    let StorePlace::File(path) = folder.place() else {
        unreachable!("it is a file")
    };
    let mut conn = Connection::open(path).unwrap();
    migrate_to(&mut conn, BEFORE).unwrap();
    conn.close().unwrap();
    let mut world = World::at(folder.place());
    world.join(1, &[Role::Entrepreneur]);
    let docs = fill(&world, 9);
    take_back(world.coop.store.conn(), BEFORE as u32).unwrap();
    let World { coop, now, .. } = world;
    coop.close().unwrap();
    let mut world = World::of(Coop::open(folder.place(), 1).unwrap(), now);
    // What it invites with was not said before.
    world.secrets = 100;
    (world, docs)
}

fn space(coop: &Coop) -> Space {
    coop.store.space().unwrap()
}

fn give_all_back(coop: &mut Coop) {
    while coop.give_space_back().unwrap() > 0 {
        coop.checkpoint().unwrap();
    }
}

#[test]
fn a_file_of_before_moves_over_while_commits_come_and_the_relay_dies_in_the_middle() {
    let folder = Folder::new("before");
    let (mut world, mut docs) = of_before(&folder);
    assert!(!space(&world.coop).can_give_back);
    let mut before = told(world.coop.store.conn(), &docs);
    let mut anne = world.enrol(1, 7);
    let profile = DocHead::profile(anne.member).id(world.coop.id());
    let mut rounds = 0;
    loop {
        let some = world.coop.move_some().unwrap();
        if some == 0 {
            break;
        }
        rounds += 1;
        let said = world.say(&mut anne, &tag(&format!("métier {rounds}")));
        assert!(matches!(said, Verdict::Accepted(_)), "{said:?}");
        if rounds % 2 == 1 {
            drop(world.coop);
            world.coop = Coop::open(folder.place(), rounds).unwrap();
        }
        let conn = world.coop.store.conn();
        docs.insert(docs::find(conn, profile).unwrap().unwrap().row);
        let now = told(conn, &docs);
        for (doc, commits) in &before.commits {
            assert_eq!(now.commits[doc][..commits.len()], commits[..]);
        }
        before = now;
    }
    assert!(rounds > 1, "it took {rounds} steps");
    assert!(moved(&world.coop) > 300);

    let old = space(&world.coop);
    assert!(old.free > old.pages / REWRITE_SHARE, "{old:?}");
    give_all_back(&mut world.coop);
    let new = space(&world.coop);
    assert!(new.can_give_back, "from now on, page by page");
    assert!(new.pages <= old.pages - old.free, "{old:?} {new:?}");
    assert!(told(world.coop.store.conn(), &docs) == before);
    let World { coop, now, .. } = world;
    coop.close().unwrap();
    let world = World::of(Coop::open(folder.place(), 9).unwrap(), now);
    assert!(told(world.coop.store.conn(), &docs) == before);
}

#[test]
fn a_new_file_gives_its_space_back_page_by_page() {
    let folder = Folder::new("new");
    let mut world = World::at(folder.place());
    world.join(1, &[Role::Entrepreneur]);
    let docs = fill(&world, 10);
    let before = told(world.coop.store.conn(), &docs);
    let full = space(&world.coop);
    assert!(full.can_give_back);
    move_all(&mut world.coop);
    give_all_back(&mut world.coop);
    let less = space(&world.coop);
    assert!(
        less.pages < full.pages - full.pages / 4,
        "{full:?} {less:?}"
    );
    assert_eq!(less.free, FREE_PAGES_KEPT);
    assert!(told(world.coop.store.conn(), &docs) == before);
    world.coop.check().unwrap();
}

#[test]
fn a_file_that_cannot_be_written_anew_is_left_as_it_is_until_the_next_start() {
    let folder = Folder::new("busy");
    let (mut world, docs) = of_before(&folder);
    move_all(&mut world.coop);
    let before = (space(&world.coop), told(world.coop.store.conn(), &docs));
    {
        // Nothing can be written anew while something is being read on the same connection, as nothing can on a full disk.
        let World { coop, .. } = &mut world;
        coop.store.conn().execute_batch("BEGIN").unwrap();
        assert_eq!(coop.give_space_back().unwrap(), 0);
        coop.store.conn().execute_batch("COMMIT").unwrap();
        assert_eq!(coop.give_space_back().unwrap(), 0, "once in a life");
    }
    assert!((space(&world.coop), told(world.coop.store.conn(), &docs)) == before);
    drop(world.coop);
    world.coop = Coop::open(folder.place(), 3).unwrap();
    assert!(world.coop.give_space_back().unwrap() > 0);
    assert!(told(world.coop.store.conn(), &docs) == before.1);
}
