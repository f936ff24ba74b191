//! Downloads: cut anywhere, disturbed by nothing, in their order.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::limits::FRAME_FILL_BYTES;
use besace_model::wire::Verdict;

use super::busy;
use crate::coop::Ask;
use crate::coop::tests::world::*;
use crate::store::StorePlace;

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
fn a_snapshot_replaced_at_any_step_of_a_page_disturbs_nobody() {
    let path = std::env::temp_dir().join(format!("besace-page-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let mut world = World::at(StorePlace::File(path.join("coop.db")));
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    world.say(&mut anne, &tag("menuiserie"));
    world.compact_all();
    let mut reader = world.coop.readers().unwrap().open().unwrap();
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
