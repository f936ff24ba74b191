//! Whoever asks later can verify what was stored.

use automerge::ROOT;
use automerge::transaction::Transactable;
use besace_model::access::Role;
use besace_model::admission::{Parsed, commit_hash};
use besace_model::commit::{Commit, SIGNATURE_BYTES, signing_bytes};
use besace_model::ids::DocId;
use besace_model::wire::{DocPush, Verdict};

use super::world::*;
use crate::store::log;
use crate::store::segments::Unpacked;

/// A push of one good commit, and another on top of it that the rules refuse.
fn refused_at_the_end(world: &World, anne: &mut Phone) -> (DocId, DocPush) {
    let mut push = anne.commit(world, &tag("couture"));
    let id = tag("couture").target(anne.member).id(world.coop.id());
    let doc = anne.docs.get_mut(&id).unwrap();
    let mut tx = doc.transaction();
    tx.put(ROOT, "nowhere", 1).unwrap();
    tx.commit();
    let change = doc.get_last_local_change().unwrap().raw_bytes().to_vec();
    push.commits.push(anne.sign(id, change));
    (id, push)
}

/// What stands as the signature of the one commit that the push had accepted.
fn stored(world: &mut World, push: DocPush) -> Vec<u8> {
    let verdicts = world.push(vec![push]).verdicts.remove(0);
    let [Verdict::Accepted(receipt), Verdict::Refused(..)] =
        [&verdicts[0].verdict, &verdicts[1].verdict]
    else {
        panic!("{verdicts:?}")
    };
    let doc = log::change_at(
        world.coop.store.conn(),
        receipt.seq,
        &mut Unpacked::default(),
    );
    let row = doc.unwrap().doc;
    let mut stored = Vec::new();
    for moved in [false, true] {
        if moved {
            world.compact_all();
            world.coop.segment_after(1);
            assert!(world.coop.move_some().unwrap() > 0);
        }
        let conn = world.coop.store.conn();
        log::commits_of(conn, row, receipt.seq - 1, receipt.seq, |commit| {
            stored.push(commit.signature.unwrap());
            false
        })
        .unwrap();
    }
    let [before, after] = stored.try_into().unwrap();
    assert_eq!(before, after, "wherever it lies");
    after
}

#[test]
fn a_signature_that_holds_is_stored_as_it_is() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let (_, push) = refused_at_the_end(&world, &mut anne);
    let signature = push.commits[0].signature;
    assert_eq!(stored(&mut world, push), signature.unwrap());
}

#[test]
fn in_place_of_one_that_does_not_hold_stands_the_commit_that_proved_it() {
    is_proven_by_the_next(|commit| commit.signature.as_mut().unwrap()[0] ^= 1);
}

#[test]
fn in_place_of_one_that_was_left_out_stands_the_commit_that_proved_it() {
    is_proven_by_the_next(|commit| commit.signature = None);
}

fn is_proven_by_the_next(spoil: impl Fn(&mut Commit)) {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let (id, mut push) = refused_at_the_end(&world, &mut anne);
    spoil(&mut push.commits[0]);
    let Commit {
        signature, change, ..
    } = push.commits[1].clone();
    let signature = signature.unwrap();
    let first = commit_hash(&push.commits[0].change);
    let proof = stored(&mut world, push);
    let (signed, rest) = proof.split_at(SIGNATURE_BYTES);
    assert_eq!(signed, signature);
    let (len, proving) = rest.split_at(4);
    assert_eq!(
        (len, proving),
        (&(change.len() as u32).to_le_bytes()[..], &change[..])
    );
    let people = world.coop.people();
    let key = people.device(anne.device).unwrap().public_key;
    assert!(key.verifies(&signing_bytes(id, commit_hash(proving)), &signature));
    assert!(
        Parsed::scan(proving.to_vec())
            .unwrap()
            .deps()
            .contains(&first)
    );
}
