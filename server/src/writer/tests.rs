//! The threads around a cooperative, seen by callers who do not wait for their answer.

use besace_model::kinds::profile::ProfileCommand;
use std::task::{Context, Poll, Waker};

use besace_model::access::Role;
use besace_model::admission::trial::TRIAL_CHANGES_MAX;
use besace_model::command::Command as Say;
use besace_model::commit::{Commit, SIGNATURE_BYTES};
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::kind::{Kind, KindSet};
use besace_model::kinds;
use besace_model::kinds::profile::ProfileSet;
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, encode};

use super::*;
use crate::coop::{Board, Changes, Decision, Described, Founding};
use crate::hub::Next;
use crate::store::StorePlace;

const NOW: Timestamp = Timestamp(1_790_000_000_000);

fn found(place: StorePlace) -> Coop {
    let founding = Founding {
        coop: CoopId::from_bytes([0xc0; 16]),
        name: "Les Besaciers".into(),
        relay_device: DeviceId::from_bytes([0xdd; 16]),
        relay_seed: [0x5e; 32],
        epoch: 77,
    };
    Coop::create(place, &founding, NOW).unwrap()
}

fn anne() -> MemberId {
    MemberId::from_bytes([1; 16])
}

fn described(n: u32) -> Described {
    Described {
        name: format!("Anne {n}"),
        ..Described::default()
    }
}

fn rename(n: u32) -> Decision {
    Decision::Change {
        member: anne(),
        changes: Changes {
            described: Some(described(n)),
            ..Changes::default()
        },
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.unwrap().block_on(future)
}

#[test]
fn a_caller_who_goes_away_takes_no_reader_along() {
    let path = std::env::temp_dir().join(format!("besace-writer-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    let coop = found(StorePlace::File(path.join("coop.db")));
    let (handle, thread) = spawn(coop, || NOW).unwrap();
    block_on(async {
        let read = || {
            handle.read_after(
                MemberId::RELAY,
                None,
                None,
                BTreeSet::new(),
                KindSet::known(),
                NOW,
            )
        };
        for _ in 0..200 {
            for _ in 0..READERS {
                let mut impatient = Box::pin(read());
                let polled = impatient
                    .as_mut()
                    .poll(&mut Context::from_waker(Waker::noop()));
                assert!(!matches!(polled, Poll::Ready(Err(_))));
            }
            read().await.expect("a page");
        }
        handle.close().await;
    });
    thread.join().unwrap().unwrap();
    std::fs::remove_dir_all(path).unwrap();
}

#[test]
fn on_a_full_disk_reading_goes_on_and_nothing_ends() {
    let mut coop = found(StorePlace::Memory);
    let add = Decision::add(anne(), described(0), BTreeSet::from([Role::Entrepreneur]));
    let renames = (1..TRIAL_CHANGES_MAX).map(rename);
    for command in std::iter::once(add).chain(renames) {
        coop.decide(NOW, MemberId::RELAY, &command).unwrap();
    }
    // The directory is due for a snapshot, which will not fit either.
    coop.limit_pages(true);
    let (handle, thread) = spawn(coop, || NOW).unwrap();
    block_on(async {
        let mut refused = 0;
        for n in TRIAL_CHANGES_MAX..TRIAL_CHANGES_MAX + 100 {
            match handle.decide(MemberId::RELAY, rename(n)).await {
                Ok(_) => {}
                Err(CoopError::Store(error)) if error.is_disk_full() => refused += 1,
                Err(error) => panic!("name {n}: {error}"),
            }
        }
        assert!(refused > 10, "the disk was never full");
        let page = handle.read_after(
            MemberId::RELAY,
            None,
            None,
            BTreeSet::new(),
            KindSet::known(),
            NOW,
        );
        page.await.expect("a page");
        handle.close().await;
    });
    thread.join().unwrap().unwrap();
}

#[test]
fn verdicts_of_a_live_link_stand_in_its_queue_and_are_counted() {
    let (handle, thread) = spawn(found(StorePlace::Memory), || NOW).unwrap();
    block_on(async {
        let (link, waker) = handle.join(MemberId::RELAY, DeviceId::from_bytes([9; 16]));
        let head = handle.glance().with_board(Board::head);
        handle.listen(link, head, KindSet::known()).unwrap();
        let push = DocPush {
            doc: DocName::Known(DocId([7; 16])),
            commits: vec![Commit {
                device: DeviceId::from_bytes([9; 16]),
                signature: [0; SIGNATURE_BYTES],
                change: b"no change at all".to_vec(),
            }],
        };
        let submitted = handle.submit(Some(link), vec![push]).await;
        let admitted = submitted.admitted().await;
        assert_eq!(admitted.outcomes, [Outcome::Refused]);
        assert!(admitted.verdicts.is_none(), "they are not told twice");
        assert_eq!(handle.take(link, NOW).0.len(), 1);
        let mut waker = std::pin::pin!(waker.notified());
        let polled = waker.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert!(polled.is_pending(), "the answer is enough");
        handle.close().await;
    });
    thread.join().unwrap().unwrap();
}

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
    let (handle, thread) = spawn(coop, || NOW).unwrap();
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
                KindSet::known(),
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
        handle.close().await;
    });
    thread.join().unwrap().unwrap();
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
    let (handle, thread) = spawn(coop, || NOW).unwrap();
    block_on(async {
        loop {
            let mut tried = pin!(handle.shared.tried.notified());
            tried.as_mut().enable();
            if !handle.glance().is_untried(untried[0], u64::MAX) {
                break;
            }
            tried.await;
        }
        handle.close().await;
    });
    thread.join().unwrap().unwrap();
    let again = Coop::open(place, 1).unwrap().untried(9);
    assert!(!again.contains(&untried[0]), "and it is remembered");
    std::fs::remove_dir_all(path).unwrap();
}
