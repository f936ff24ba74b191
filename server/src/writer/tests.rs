//! The threads around a cooperative, seen by callers who do not wait for their answer.

mod trials;

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, channel};
use std::task::{Context, Poll, Waker};

use besace_model::access::Role;
use besace_model::admission::trial::TRIAL_CHANGES_MAX;
use besace_model::commit::{Commit, SIGNATURE_BYTES};
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId};
use besace_model::kind::KindSet;
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocPush, Reads};

use super::*;
use crate::coop::{Board, Changes, Coop, Decision, Described, Founding};
use crate::limits::READERS;
use crate::metrics::Outcome;
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

/// Starts its writer, and says how that ended.
fn start(coop: Coop) -> (Handle, Receiver<Result<(), CoopError>>) {
    let (tell, ended) = channel();
    let tell = move |end| tell.send(end).unwrap();
    (spawn(coop, || NOW.into(), tell).unwrap(), ended)
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
    let (handle, ended) = start(coop);
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
        handle.close().await.unwrap();
    });
    ended.recv().unwrap().unwrap();
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
    let (handle, ended) = start(coop);
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
        handle.close().await.unwrap();
    });
    ended.recv().unwrap().unwrap();
}

#[test]
fn verdicts_of_a_live_link_stand_in_its_queue_and_are_counted() {
    let (handle, ended) = start(found(StorePlace::Memory));
    block_on(async {
        let (link, waker) = handle.join(MemberId::RELAY, DeviceId::from_bytes([9; 16]));
        let head = handle.glance().with_board(Board::head);
        handle
            .listen(
                link,
                head,
                Reads {
                    kinds: KindSet::known(),
                    short: true,
                },
            )
            .unwrap();
        let push = DocPush {
            doc: DocName::Known(DocId([7; 16])),
            commits: vec![Commit {
                device: DeviceId::from_bytes([9; 16]),
                signature: Some([0; SIGNATURE_BYTES]),
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
        handle.close().await.unwrap();
    });
    ended.recv().unwrap().unwrap();
}
