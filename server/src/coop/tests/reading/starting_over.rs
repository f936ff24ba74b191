//! When a phone's place in the log no longer holds.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::kind::KindSet;
use besace_model::limits::FRAME_FILL_BYTES;
use besace_model::wire::Witness;

use super::busy;
use crate::coop::Coop;
use crate::coop::tests::world::*;
use crate::store::StorePlace;

#[test]
fn a_log_that_lacks_what_a_phone_knows_was_accepted_starts_over_whatever_the_cursor_says() {
    let (mut world, mut phones) = busy();
    let phone = &mut phones[0];
    world.sync(phone, FRAME_FILL_BYTES);
    let old = phone.cursor.clone();
    world.say(phone, &tag("céramiste"));
    world.sync(phone, FRAME_FILL_BYTES);
    let new = phone.cursor.clone();
    let seq = world.coop.head();
    let mark = world.coop.glance().with_board(|board| board.mark(seq));
    let honest = Witness {
        seq,
        mark: mark.unwrap(),
    };
    let lost = [
        Witness {
            seq: seq + 1,
            ..honest
        },
        Witness {
            mark: honest.mark ^ 1,
            ..honest
        },
    ];
    for cursor in [None, old, new] {
        phone.cursor = cursor;
        phone.witness = Some(honest);
        assert!(!world.page(phone, FRAME_FILL_BYTES).restart);
        for witness in lost {
            phone.witness = Some(witness);
            let page = world.page(phone, FRAME_FILL_BYTES);
            assert!(page.restart && !page.docs.is_empty(), "{witness:?}");
        }
    }
}

#[test]
fn a_commit_pushed_again_in_the_place_it_had_hides_nothing_that_came_before_it() {
    let path = std::env::temp_dir().join(format!("besace-lives-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let (from, to) = (path.join("a.db"), path.join("b.db"));
    let mut world = World::at(StorePlace::File(from.clone()));
    let [mut anne, mut lost, mut other] = [1, 2, 3].map(|n| world.join(n, &[Role::Entrepreneur]));
    let mut reader = Phone::reader(1);
    for suffix in ["", "-wal", ".lock"] {
        let name = |path: &std::path::Path| format!("{}{suffix}", path.display());
        std::fs::copy(name(&from), name(&to)).unwrap();
    }
    let again = anne.commit(&world, &tag("couture"));
    world.say(&mut lost, &tag("tricot"));
    world.push(vec![again.clone()]);
    world.sync(&mut reader, FRAME_FILL_BYTES);
    let (head, now) = (world.coop.head(), world.now);
    let mut world = World::of(Coop::open(StorePlace::File(to), 2).unwrap(), now);
    world.say(&mut other, &tag("vannerie"));
    world.push(vec![again]);
    assert_eq!(world.coop.head(), head, "it is where it was");
    assert!(world.page(&reader, FRAME_FILL_BYTES).restart);
    world.sync(&mut reader, FRAME_FILL_BYTES);
    let id = DocHead::profile(member(3)).id(world.coop.id());
    assert_eq!(reader.docs[&id].get_heads(), other.docs[&id].get_heads());
    // What it knows now, it goes on from.
    assert!(!world.page(&reader, FRAME_FILL_BYTES).restart);
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn another_epoch_or_a_cursor_ahead_of_the_log_starts_over() {
    let (mut world, mut phones) = busy();
    let phone = &mut phones[0];
    world.sync(phone, FRAME_FILL_BYTES);
    world.coop.new_epoch(78).unwrap();
    let page = world.page(phone, FRAME_FILL_BYTES);
    assert!(page.restart && !page.docs.is_empty());
    let state = phone.state();
    world.sync(phone, 700);
    assert_eq!(phone.state(), state);
    let ahead = world
        .coop
        .glance()
        .with_board(|board| board.cursor_of(board.head() + 5, 1, KindSet::known()));
    phone.cursor = Some(ahead);
    assert!(world.page(phone, FRAME_FILL_BYTES).restart);
    let other_end = world
        .coop
        .glance()
        .with_board(|board| board.cursor_of(board.head(), 1, KindSet::known()));
    phone.cursor = Some(other_end);
    assert!(
        world.page(phone, FRAME_FILL_BYTES).restart,
        "the log ended otherwise"
    );
    phone.cursor = Some(besace_model::wire::Cursor(vec![0xff, 1, 2]));
    assert!(world.page(phone, FRAME_FILL_BYTES).restart);
}
