//! Pages: a phone that stops anywhere goes on exactly there.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::{Kind, KindSet};
use besace_model::limits::FRAME_FILL_BYTES;
use besace_model::wire::{Verdict, Witness};

use super::world::*;
use crate::coop::{Ask, Coop};
use crate::store::StorePlace;

/// Three members with several documents each, one of them long, and their coach.
pub(super) fn busy() -> (World, Vec<Phone>) {
    let mut world = World::new();
    let mut phones: Vec<Phone> = (1..4)
        .map(|n| world.join(n, &[Role::Entrepreneur]))
        .collect();
    phones.push(world.join(4, &[Role::Coach]));
    for n in 1..4 {
        world.assign(4, n);
    }
    for (n, phone) in phones.iter_mut().enumerate() {
        for round in 0..8 {
            world.say(
                phone,
                &tag(&format!("métier {n} {round} {}", "x".repeat(60))),
            );
            world.say(
                phone,
                &forecast(&format!("20{:02}-11", 20 + round % 4), round),
            );
        }
    }
    (world, phones)
}

#[test]
fn nothing_changed_costs_nothing_and_keeps_the_cursor() {
    let (world, mut phones) = busy();
    let phone = &mut phones[0];
    world.sync(phone, FRAME_FILL_BYTES);
    let page = world.page(phone, FRAME_FILL_BYTES);
    assert!(page.docs.is_empty() && page.lost.is_empty() && page.cursor.is_none());
    assert_eq!((page.remaining, page.at), (0, Some(world.coop.head())));
}

#[test]
fn a_download_cut_at_every_page_gives_the_same_documents() {
    let (mut world, phones) = busy();
    for compacted in [false, true] {
        if compacted {
            while world.compact_all() > 0 {}
        }
        for phone in &phones {
            let mut whole = Phone::reader(phone.member.as_bytes()[0]);
            world.sync(&mut whole, 10_000_000);
            assert_eq!(whole.pages, 1);
            for fill_bytes in [1, 300, 1_000, 20_000] {
                let mut pieced = Phone::reader(phone.member.as_bytes()[0]);
                world.sync(&mut pieced, fill_bytes);
                assert_eq!(pieced.state(), whole.state(), "by {fill_bytes}");
                assert!(pieced.pages > 1 || fill_bytes > 1_000);
            }
        }
    }
}

#[test]
fn what_happens_during_a_download_arrives_after_it() {
    let (mut world, mut phones) = busy();
    let mut slow = Phone::reader(4);
    let mut round = 0;
    loop {
        let page = world.page(&slow, 800);
        let end = page.at.is_some();
        slow.take(world.coop.id(), page);
        if end && round >= 40 {
            break;
        }
        if round < 40 {
            let phone = &mut phones[round % 3];
            let verdict = world.say(phone, &tag(&format!("nouveau {round}")));
            assert!(matches!(verdict, Verdict::Accepted(_)));
            if round == 7 {
                while world.compact_all() > 0 {}
            }
        }
        round += 1;
    }
    let mut whole = Phone::reader(4);
    world.sync(&mut whole, 10_000_000);
    assert_eq!(slow.state(), whole.state());
}

#[test]
fn own_documents_come_before_assigned_ones_and_those_before_the_rest() {
    let (world, _) = busy();
    let mut coach = Phone::reader(4);
    let mut order: Vec<(Kind, MemberId)> = Vec::new();
    loop {
        let page = world.page(&coach, 1);
        for update in &page.docs {
            if let besace_model::wire::DocName::Head(DocHead { kind, owner, .. }) = &update.doc
                && order.last() != Some(&(*kind, *owner))
            {
                order.push((*kind, *owner));
            }
        }
        let end = page.at.is_some();
        coach.take(world.coop.id(), page);
        if end {
            break;
        }
    }
    let place = |wanted: (Kind, u8)| {
        let wanted = match wanted {
            (Kind::Directory, _) => (Kind::Directory, MemberId::RELAY),
            (kind, n) => (kind, member(n)),
        };
        order.iter().position(|it| *it == wanted).unwrap()
    };
    let path = [
        (Kind::Directory, 0),
        (Kind::Activity, 4),
        (Kind::Activity, 1),
        (Kind::Profile, 1),
    ];
    assert!(path.map(place).is_sorted(), "{order:?}");
}

#[test]
fn a_grant_gained_brings_whole_documents_and_a_lost_one_takes_them() {
    let (mut world, mut phones) = busy();
    let mut coach = Phone::reader(4);
    world.sync(&mut coach, FRAME_FILL_BYTES);
    let before = coach.state();
    world.unassign(4, 1);
    let page = world.page(&coach, FRAME_FILL_BYTES);
    assert_eq!(page.lost.len(), 4, "four years of activity");
    world.sync(&mut coach, FRAME_FILL_BYTES);
    let theirs = forecast("2021-11", 0).target(member(1)).id(world.coop.id());
    assert!(!coach.docs.contains_key(&theirs));
    world.say(&mut phones[0], &forecast("2021-12", 3));
    world.sync(&mut coach, FRAME_FILL_BYTES);
    assert!(
        !coach.docs.contains_key(&theirs),
        "not a byte of what is not theirs"
    );
    world.assign(4, 1);
    for fill_bytes in [200, FRAME_FILL_BYTES] {
        world.sync(&mut coach, fill_bytes);
    }
    assert_eq!(coach.docs.len(), before.len());
    let mut whole = Phone::reader(4);
    world.sync(&mut whole, 10_000_000);
    assert_eq!(coach.state(), whole.state());
}

#[test]
fn a_grant_lost_and_gained_again_while_away_misses_nothing() {
    let (mut world, mut phones) = busy();
    let mut coach = Phone::reader(4);
    world.sync(&mut coach, FRAME_FILL_BYTES);
    world.unassign(4, 2);
    world.say(&mut phones[1], &forecast("2022-12", 3));
    world.assign(4, 2);
    world.sync(&mut coach, 500);
    let mut whole = Phone::reader(4);
    world.sync(&mut whole, 10_000_000);
    assert_eq!(coach.state(), whole.state());
}

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

#[test]
fn one_change_elsewhere_costs_little_more_than_its_bytes() {
    let (mut world, mut phones) = busy();
    let mut reader = Phone::reader(4);
    world.sync(&mut reader, FRAME_FILL_BYTES);
    let mut bytes = 0;
    for _ in 0..20 {
        for phone in phones.iter_mut().take(3) {
            let push = phone.commit(&world, &tag(&format!("u{bytes}")));
            bytes += push.commits[0].change.len();
            world.push(vec![push]);
        }
    }
    let page = world.page(&reader, FRAME_FILL_BYTES);
    let frame = besace_model::wire::encode(&page.into_update(world.now)).len();
    assert!(
        frame * 10 < bytes * 11,
        "{frame} bytes for {bytes} of changes"
    );
}

#[test]
fn a_snapshot_replaced_at_any_step_of_a_page_disturbs_nobody() {
    let path = std::env::temp_dir().join(format!("besace-page-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let mut world = World::at(StorePlace::File(path.join("coop.db")));
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    world.say(&mut anne, &tag("menuiserie"));
    world.compact_all();
    let mut reader = world.coop.reader().unwrap().unwrap();
    let world = Arc::new(Mutex::new((world, anne)));
    let steps = Arc::new(AtomicU64::new(0));
    let mut replaced = 0;
    // One disturbance a round, each a few steps of SQLite later, until a whole page passes without.
    for after in (0..).step_by(13) {
        steps.store(0, Ordering::Relaxed);
        let (others, count) = (Arc::clone(&world), Arc::clone(&steps));
        let disturb = move || {
            if count.fetch_add(1, Ordering::Relaxed) == after {
                let (world, anne) = &mut *others.lock().unwrap();
                world.say(anne, &tag(&format!("métier {after}")));
                world.compact_all();
            }
            false
        };
        reader.conn.progress_handler(1, Some(disturb)).unwrap();
        let mut phone = Phone::reader(1);
        let page = reader
            .read_after(&Ask {
                member: phone.member,
                cursor: None,
                witness: None,
                skip: &phone.own,
                kinds: besace_model::kind::KindSet::known(),
                fill_bytes: FRAME_FILL_BYTES,
                now: START,
            })
            .unwrap_or_else(|error| panic!("at step {after}: {error}"));
        phone.take(founding().coop, page);
        if steps.load(Ordering::Relaxed) <= after {
            break;
        }
        replaced += 1;
    }
    assert!(replaced > 10, "only {replaced} rounds were disturbed");
    std::fs::remove_dir_all(path).unwrap();
}
