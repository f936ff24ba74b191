//! Which writing session a phone writes in: its own, as long as it is its own.

mod restored;

use std::collections::BTreeSet;

use automerge::Change;
use besace_model::error::ErrorCode;
use besace_model::ids::{CommitHash, Ulid};
use besace_model::wire::{ToRelay, Verdict};

use super::device::{Device, Other, accepted, add_expense, hash_of, logged, update, verdict};

/// The changes pushed since the app was opened, in order, each once.
fn changes(device: &Device) -> Vec<Vec<u8>> {
    let mut seen = BTreeSet::new();
    let pushes = device.sent.iter().flat_map(|frame| match frame {
        ToRelay::Hello(hello) => hello.pushes.clone(),
        ToRelay::Push(pushes) => pushes.clone(),
        _ => Vec::new(),
    });
    let commits = pushes.flat_map(|push| push.commits);
    let changes = commits.map(|commit| commit.change);
    changes
        .filter(|change| seen.insert(hash_of(change)))
        .collect()
}

fn actors<'a>(changes: impl IntoIterator<Item = &'a Vec<u8>>) -> BTreeSet<Vec<u8>> {
    let read = changes.into_iter().map(|raw| {
        let change = Change::from_bytes(raw.clone()).unwrap();
        change.actor_id().to_bytes().to_vec()
    });
    read.collect()
}

/// The relay accepts all that was pushed and not answered.
fn accept_all(device: &mut Device, place: u8, answered: &mut BTreeSet<CommitHash>) {
    let hashes = device.ever_pushed();
    let mut news = update(place);
    news.verdicts = hashes
        .into_iter()
        .filter(|hash| answered.insert(*hash))
        .map(accepted)
        .collect();
    device.hear(news);
}

#[test]
fn an_app_opened_ten_times_writes_in_one_session() {
    let mut device = Device::new();
    let (mut all, mut answered) = (Vec::new(), BTreeSet::new());
    for life in 1..=10 {
        device = Device::open(device.disk, life);
        device.expense(life, i64::from(life));
        device.connect();
        all.extend(changes(&device));
        accept_all(&mut device, life, &mut answered);
        assert_eq!(device.sync().unsent, 0);
    }
    assert_eq!(all.len(), 10);
    assert_eq!(actors(&all).len(), 1);
}

#[test]
fn an_app_opened_ten_times_without_signal_writes_in_one_session() {
    let mut device = Device::new();
    for life in 1..=10 {
        device = Device::open(device.disk, life);
        device.expense(life, i64::from(life));
    }
    device.connect();
    let all = changes(&device);
    assert_eq!(all.len(), 10);
    assert_eq!(actors(&all).len(), 1);
}

#[test]
fn two_devices_of_one_member_write_in_two_sessions() {
    let (mut phone, mut tablet) = (Device::open(Default::default(), 1), Device::new());
    let mut other = Other::new(5);
    let theirs = other.make(&add_expense(Ulid([9; 16]), 900));
    for device in [&mut phone, &mut tablet] {
        device.connect();
        let mut news = update(1);
        news.docs = vec![logged(vec![theirs.clone()])];
        device.hear(news);
        device.expense(1, 100);
    }
    for device in [&phone, &tablet] {
        let mine = changes(device);
        let mine = actors(&mine);
        assert!(
            !mine.contains(&vec![5; 16]),
            "not the one of the same member's other device"
        );
    }
}

#[test]
fn after_a_refusal_the_rest_is_made_again_in_the_same_session() {
    let mut device = Device::new();
    for number in 1..=3 {
        device.expense(number, i64::from(number));
    }
    device.connect();
    let first = device.pushed();
    let mut news = update(1);
    news.verdicts = vec![
        accepted(first[0]),
        verdict(
            first[1],
            Verdict::Refused(ErrorCode::Forbidden, String::new()),
        ),
        verdict(first[2], Verdict::Need(vec![first[1]])),
    ];
    device.hear(news);
    assert_eq!(device.amounts(), [1, 3]);
    let all = changes(&device);
    assert_eq!(all.len(), 4);
    assert_eq!(actors(&all).len(), 1);
    let again = Change::from_bytes(all[3].clone()).unwrap();
    assert_eq!(again.seq(), 2);
}
