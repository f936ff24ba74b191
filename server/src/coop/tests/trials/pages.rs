//! Pages wait for trials, and trials for nobody.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::DocId;

use super::{profile, stray};
use crate::coop::Coop;
use crate::coop::tests::world::*;
use crate::store::{StorePlace, docs};

/// Whether a document's changes were all tried.
fn is_tried(world: &World, doc: DocId) -> bool {
    let row = docs::find(world.coop.store.conn(), doc)
        .unwrap()
        .unwrap()
        .row;
    !world.coop.glance().is_untried(row, u64::MAX)
}

#[test]
fn what_automerge_cannot_apply_is_in_no_page() {
    let mut world = World::new();
    let [mut anne, mut berta] = [1, 2].map(|n| world.join(n, &[Role::Entrepreneur]));
    world.say(&mut anne, &tag("avant"));
    let doc = profile(&world, &anne);
    world.sync(&mut berta, 1_000_000);
    let stray = stray(&mut world);
    let now = world.tick();
    world
        .coop
        .let_through(now, &DocHead::profile(anne.member), stray);
    let mut fresh = Phone::reader(2);
    for phone in [&mut berta, &mut fresh] {
        loop {
            let page = world.page(phone, 1_000_000);
            let is_over = page.at.is_some() || page.is_waiting();
            phone.take(world.coop.id(), page);
            if is_over {
                break;
            }
        }
    }
    assert!(
        !fresh.state().contains_key(&doc),
        "not before it is known how far it is good"
    );
    assert_eq!(world.coop.settle(now).unwrap().frozen.len(), 1);
    for phone in [&mut berta, &mut fresh] {
        world.sync(phone, 1_000_000);
        assert_eq!(phone.state()[&doc], anne.state()[&doc]);
    }
}

#[test]
fn a_page_ends_before_a_long_document_and_goes_on_once_it_is_tried() {
    let mut world = World::new();
    let [mut anne, mut berta] = [1, 2].map(|n| world.join(n, &[Role::Entrepreneur]));
    world.say(&mut berta, &tag("avant"));
    while world.compact_all() > 0 {}
    world.sync(&mut berta, 1_000_000);
    for n in 0..20 {
        world.say(&mut anne, &tag(&format!("mot {n}")));
    }
    let doc = profile(&world, &anne);
    let short = |world: &World, phone: &Phone| {
        let ask = crate::coop::Ask {
            member: phone.member,
            cursor: phone.cursor.as_ref(),
            witness: phone.witness,
            skip: &phone.own,
            kinds: besace_model::kind::KindSet::known(),
            fill_bytes: 1_000_000,
            now: world.now,
        };
        let glance = world.coop.glance();
        glance.page(world.coop.store.conn(), 10, &ask).unwrap()
    };
    for mut phone in [berta, Phone::reader(2)] {
        let was_there = phone.cursor.is_some();
        let page = short(&world, &phone);
        assert!(page.waits.is_some() && page.at.is_none() && page.remaining > 0);
        assert_eq!(page.is_waiting(), was_there);
        phone.take(world.coop.id(), page);
        assert!(short(&world, &phone).is_waiting());
        assert!(!is_tried(&world, doc));
        let before = phone.cursor.clone();
        // Somebody with more time.
        world.sync(&mut Phone::reader(1), 1_000_000);
        assert!(is_tried(&world, doc));
        world.sync(&mut phone, 1_000_000);
        assert_eq!(phone.state()[&doc], anne.state()[&doc]);
        assert_ne!(phone.cursor, before);
        world.say(&mut anne, &tag(&format!("et {was_there}")));
    }
}

#[test]
fn what_was_tried_need_not_be_tried_again_after_a_restart() {
    let path = std::env::temp_dir().join(format!("besace-marks-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let place = StorePlace::File(path.join("coop.db"));
    let mut world = World::at(place.clone());
    let [mut anne, mut berta] = [1, 2].map(|n| world.join(n, &[Role::Entrepreneur]));
    world.say(&mut anne, &tag("avant"));
    let doc = profile(&world, &anne);
    for closed_well in [false, true] {
        world.say(&mut anne, &tag(&format!("puis {closed_well}")));
        assert!(!is_tried(&world, doc), "nobody read it yet");
        world.sync(&mut berta, 1_000_000);
        assert!(is_tried(&world, doc));
        let coop = world.coop;
        if closed_well {
            coop.close().unwrap();
        } else {
            drop(coop);
        }
        world.coop = Coop::open(place.clone(), 1).unwrap();
        assert_eq!(is_tried(&world, doc), closed_well);
    }
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn a_document_in_use_is_tried_one_change_at_a_time() {
    let mut world = World::new();
    let [mut anne, mut berta] = [1, 2].map(|n| world.join(n, &[Role::Entrepreneur]));
    for n in 0..100 {
        let push = anne.commit(&world, &tag(&format!("mot {n}")));
        let published = world.push(vec![push]).published;
        // Every third is not heard of by anybody.
        if n % 3 > 0 {
            assert!(world.coop.try_entries(&published.entries).unwrap());
        }
    }
    world.sync(&mut berta, 1_000_000);
    let doc = profile(&world, &anne);
    assert_eq!(berta.state()[&doc], anne.state()[&doc]);
    while world.compact_all() > 0 {}
    let board = world.coop.glance();
    assert_eq!(board.with_board(|board| board.frozen()), 0);
    assert_eq!(world.coop.untried(1).len(), 0);
}
