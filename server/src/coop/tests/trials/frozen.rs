//! Frozen documents: what is served, repeated and exported of them.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::wire::Verdict;

use super::{profile, stray};
use crate::coop::tests::world::*;
use crate::coop::{Coop, CoopError};
use crate::store::StorePlace;

#[test]
fn a_frozen_document_is_served_up_to_its_last_good_snapshot() {
    let path = std::env::temp_dir().join(format!("besace-frozen-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let place = StorePlace::File(path.join("coop.db"));
    let mut world = World::at(place.clone());
    let [mut anne, mut berta] = [1, 2].map(|n| world.join(n, &[Role::Entrepreneur]));
    world.say(&mut anne, &tag("avant"));
    world.sync(&mut berta, 1_000_000);
    world.compact_all();
    world.say(&mut anne, &tag("après"));
    let doc = profile(&world, &anne);
    let good = anne.state();
    let stray = stray(&mut world);
    let now = world.tick();
    world
        .coop
        .let_through(now, &DocHead::profile(anne.member), stray);
    world.compact_all();
    assert_eq!(world.coop.glance().with_board(|board| board.frozen()), 1);
    for restarted in [false, true] {
        if restarted {
            drop(world.coop);
            world.coop = Coop::open(place.clone(), 1).unwrap();
        }
        let mut fresh = Phone::reader(2);
        world.sync(&mut fresh, 1_000_000);
        assert_eq!(
            fresh.state()[&doc],
            good[&doc],
            "what came before the fault"
        );
        world.sync(&mut berta, 1_000_000);
        assert_eq!(berta.state()[&doc], good[&doc], "and not only afresh");
        let verdict = world.say(&mut anne, &tag(&format!("encore {restarted}")));
        assert!(matches!(verdict, Verdict::Retry(_)), "{verdict:?}");
        let theirs = world.say(&mut berta, &tag(&format!("la vie {restarted}")));
        assert!(matches!(theirs, Verdict::Accepted(_)), "{theirs:?}");
        world.sync(&mut fresh, 1_000_000);
        let other = profile(&world, &berta);
        assert_eq!(fresh.state()[&other], berta.state()[&other]);
    }
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn the_author_of_a_frozen_document_hears_again_what_was_accepted() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let push = anne.commit(&world, &tag("avant"));
    let before = world.push(vec![push.clone()]).verdicts.remove(0).remove(0);
    let Verdict::Accepted(receipt) = before.verdict else {
        panic!("{before:?}")
    };
    let stray = stray(&mut world);
    let now = world.tick();
    world
        .coop
        .let_through(now, &DocHead::profile(anne.member), stray);
    world.compact_all();
    let again = world.push(vec![push]).verdicts.remove(0).remove(0);
    assert_eq!(again.verdict, Verdict::Duplicate(receipt));
}

#[test]
fn a_snapshot_that_is_no_good_is_made_again_from_the_log() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    world.say(&mut anne, &tag("avant"));
    world.compact_all();
    let doc = profile(&world, &anne);
    world.coop.spoil_snapshot(doc);
    world.say(&mut anne, &tag("après"));
    world.compact_all();
    assert_eq!(world.coop.glance().with_board(|board| board.frozen()), 0);
    let mut fresh = Phone::reader(1);
    world.sync(&mut fresh, 1_000_000);
    assert_eq!(fresh.state()[&doc], anne.state()[&doc]);
}

#[test]
fn a_document_that_cannot_be_read_to_its_end_is_exported_in_two_parts() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    world.say(&mut anne, &tag("avant"));
    let doc = profile(&world, &anne);
    assert!(world.coop.export(doc).unwrap().rest.is_none());
    let stray = stray(&mut world);
    let now = world.tick();
    world
        .coop
        .let_through(now, &DocHead::profile(anne.member), stray.clone());
    for frozen in [false, true] {
        if frozen {
            world.compact_all();
        }
        let exported = world.coop.export(doc).unwrap();
        let file = automerge::Automerge::load(&exported.file).unwrap();
        let rest = exported.rest.unwrap();
        assert!(rest.ends_with(&stray));
        let is_kept = file.get_heads() == anne.docs[&doc].get_heads();
        assert_eq!(is_kept, frozen, "or else it stands in the rest");
        assert_eq!(rest.len() > stray.len(), !frozen);
    }
    assert!(matches!(
        world.coop.export(DocId([9; 16])),
        Err(CoopError::NotFound)
    ));
}
