//! What happens when Automerge does not take what the gate let through. Here the gate is gone around: a change of another
//! document is written to the log, which no replica can apply.

use besace_model::access::Role;
use besace_model::admission::commit_hash;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::time::Timestamp;
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::writing::NewCommit;
use crate::coop::{Coop, CoopError, Published};
use crate::store::{StorePlace, docs};

impl Coop {
    /// Makes a document's snapshot unreadable.
    pub(crate) fn spoil_snapshot(&self, doc: DocId) {
        let spoil =
            "UPDATE snapshot SET bytes = x'00' WHERE doc = (SELECT id FROM doc WHERE doc = ?1)";
        assert!(
            self.store
                .conn()
                .execute(spoil, [doc.0])
                .is_ok_and(|rows| rows > 0)
        );
    }

    /// Takes in a change unseen, as a hole in the gate would.
    pub(crate) fn let_through(
        &mut self,
        now: Timestamp,
        head: &DocHead,
        change: Vec<u8>,
    ) -> Published {
        let id = head.id(self.id());
        let people = self.people();
        let device = people.device(self.row.relay_device).map_or(0, |it| it.row);
        let written = self.write(now, |inside| {
            let doc = match docs::find(inside.writing.conn, id)? {
                Some(doc) => doc,
                None => inside.writing.create(id, head)?,
            };
            inside.indexes.forget(doc.row);
            Ok(inside.writing.append(NewCommit {
                doc: &doc,
                device,
                hash: commit_hash(&change),
                signature: &[0; 64],
                change,
                follows: u64::MAX,
                submission: Some(0),
            })?)
        });
        assert!(written.is_ok(), "a file in order takes it");
        written.map(|(_, published)| published).unwrap_or_default()
    }
}

/// A change that fits no document but its own.
fn stray(world: &mut World) -> Vec<u8> {
    let mut phone = world.join(9, &[Role::Entrepreneur]);
    let mut made = ["ailleurs", "encore"].map(|word| phone.commit(world, &tag(word)));
    made[1].commits.remove(0).change
}

fn profile(world: &World, phone: &Phone) -> DocId {
    DocHead::profile(phone.member).id(world.coop.id())
}

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
