//! What Automerge cannot apply reaches nobody, and an idle relay tries what it can.

use std::collections::BTreeSet;
use std::pin::pin;

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::kind::{Kind, KindSet};
use besace_model::kinds;
use besace_model::kinds::profile::{ProfileCommand, ProfileSet};
use besace_model::wire::{Reads, encode};

use super::{NOW, anne, block_on, described, found, start};
use crate::coop::{Board, Coop, Decision};
use crate::hub::Next;
use crate::store::StorePlace;
use crate::writer::*;

/// Changes of one person's profile, and one of somebody else's that fits no other document.
fn words(coop: &Coop) -> (Vec<Vec<u8>>, Vec<u8>) {
    let people = coop.people();
    let context = besace_model::doc::writer::Context {
        author: &people.member(anne()).unwrap().grants,
        now: NOW,
    };
    let say = |actor: u8| -> Vec<Vec<u8>> {
        let mut doc = Genesis::document(Kind::Profile);
        let words = ["couture", "lecture"].map(|word| {
            Say::Profile(ProfileCommand::SetProfileTag {
                set: ProfileSet::Skills,
                tag: word.to_owned(),
                present: true,
            })
        });
        let made = words.map(|say| kinds::commit(&mut doc, &say, &context, [actor; 16]).unwrap());
        made.map(|made| made.change).into()
    };
    (say(1), say(2).remove(1))
}

#[test]
fn what_automerge_cannot_apply_reaches_no_other_phone() {
    let path = std::env::temp_dir().join(format!("besace-hole-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let mut coop = found(StorePlace::File(path.join("coop.db")));
    let berta = MemberId::from_bytes([2; 16]);
    for member in [anne(), berta] {
        let add = Decision::add(member, described(0), BTreeSet::from([Role::Entrepreneur]));
        coop.decide(NOW, MemberId::RELAY, &add).unwrap();
    }
    let (mut good, stray) = words(&coop);
    let head = DocHead::profile(anne());
    coop.let_through(NOW, &head, good.remove(0));
    let (handle, ended) = start(coop);
    let hole = |change| {
        handle
            .jobs
            .send(Job::LetThrough(head.clone(), change))
            .unwrap()
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build();
    runtime.unwrap().block_on(async {
        let (link, waker) = handle.join(berta, DeviceId::from_bytes([9; 16]));
        handle
            .listen(
                link,
                handle.glance().with_board(Board::head),
                Reads {
                    kinds: KindSet::known(),
                    short: true,
                },
            )
            .unwrap();
        hole(good.remove(0));
        waker.notified().await;
        let (frames, next) = handle.take(link, NOW);
        assert_eq!(
            (frames.len(), next),
            (1, Next::Wait),
            "what is good is heard of"
        );
        hole(stray.clone());
        waker.notified().await;
        let (frames, next) = handle.take(link, NOW);
        let Next::Read(cursor, _) = next else {
            panic!("{next:?}")
        };
        assert!(frames.is_empty());
        let read =
            |cursor| handle.read_after(berta, cursor, None, BTreeSet::new(), KindSet::known(), NOW);
        let page = read(Some(cursor)).await.unwrap();
        assert!(page.docs.is_empty() && page.at.is_some(), "{page:?}");
        let bytes = encode(&read(None).await.unwrap().into_update(NOW));
        assert!(!bytes.windows(stray.len()).any(|part| part == stray));
        assert_eq!(handle.glance().with_board(|board| board.frozen()), 1);
        handle.close().await.unwrap();
    });
    ended.recv().unwrap().unwrap();
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn a_relay_with_nothing_to_do_tries_what_nobody_asked_for() {
    let path = std::env::temp_dir().join(format!("besace-idle-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let place = StorePlace::File(path.join("coop.db"));
    let mut coop = found(place.clone());
    let add = Decision::add(anne(), described(0), BTreeSet::from([Role::Entrepreneur]));
    coop.decide(NOW, MemberId::RELAY, &add).unwrap();
    let (mut good, _) = words(&coop);
    coop.let_through(NOW, &DocHead::profile(anne()), good.remove(0));
    let untried = coop.untried(9);
    assert_eq!(untried.len(), 1);
    let (handle, ended) = start(coop);
    block_on(async {
        loop {
            let mut tried = pin!(handle.shared.tried.notified());
            tried.as_mut().enable();
            if !handle.glance().is_untried(untried[0], u64::MAX) {
                break;
            }
            tried.await;
        }
        handle.close().await.unwrap();
    });
    ended.recv().unwrap().unwrap();
    let again = Coop::open(place, 1).unwrap().untried(9);
    assert!(!again.contains(&untried[0]), "and it is remembered");
    std::fs::remove_dir_all(path).unwrap();
}
