//! A phone that was restored from a copy.

use std::collections::BTreeSet;

use automerge::Change;
use besace_model::error::ErrorCode;
use besace_model::wire::Verdict;

use super::{accept_all, actors, changes};
use crate::replica::tests::device::{Device, accepted, hash_of, logged, update, verdict};
use crate::store;

/// A phone, what it wrote and the relay accepted after a copy of its disk was made, and the phone of that copy.
fn restored() -> (Vec<Vec<u8>>, Device) {
    let mut device = Device::new();
    let mut answered = BTreeSet::new();
    device.expense(1, 1);
    device.connect();
    accept_all(&mut device, 1, &mut answered);
    let copy = device.disk.clone();
    for number in 2..=4 {
        device.expense(number, i64::from(number));
        accept_all(&mut device, number, &mut answered);
    }
    let since = changes(&device).split_off(1);
    assert_eq!(since.len(), 3);
    (since, Device::open(copy, 2))
}

#[test]
fn a_restored_phone_that_writes_before_it_hears_begins_another_session() {
    let (since, mut device) = restored();
    device.expense(5, 5);
    device.connect();
    let forked = device.pushed();
    assert_eq!(forked.len(), 1);
    let mut news = update(9);
    news.verdicts = vec![verdict(
        forked[0],
        Verdict::Refused(ErrorCode::Fork, String::new()),
    )];
    news.docs = vec![logged(since.clone())];
    device.hear(news);
    assert_eq!(device.amounts(), [1, 2, 3, 4, 5]);
    assert_eq!(
        (device.sync().refused, device.sync().unreadable_rows),
        (0, 0)
    );
    let again = changes(&device).pop().unwrap();
    assert!(actors([&again]).is_disjoint(&actors(&since)));
    let mut news = update(10);
    news.verdicts = vec![accepted(hash_of(&again))];
    device.hear(news);
    let mut device = Device::open(device.disk, 3);
    assert_eq!(device.amounts(), [1, 2, 3, 4, 5]);
    device.expense(6, 6);
    device.connect();
    assert_eq!(
        actors(&changes(&device)),
        actors([&again]),
        "and stays in it"
    );
}

#[test]
fn a_restored_phone_that_hears_what_it_forgot_before_its_verdict_loses_nothing() {
    let (since, mut device) = restored();
    device.expense(5, 5);
    device.expense(6, 6);
    device.connect();
    let mut news = update(9);
    news.docs = vec![logged(since.clone())];
    device.hear(news);
    assert_eq!(device.amounts(), [1, 2, 3, 4, 5, 6]);
    let again = changes(&device).split_off(2);
    assert_eq!(again.len(), 2);
    assert!(actors(&again).is_disjoint(&actors(&since)));
    let device = device.reopen();
    assert_eq!(device.amounts(), [1, 2, 3, 4, 5, 6]);
    assert_eq!(device.sync().unreadable_rows, 0);
}

#[test]
fn a_restored_phone_that_is_given_the_whole_document_loses_nothing() {
    let (since, mut device) = restored();
    device.expense(5, 5);
    device.connect();
    // The relay's snapshot holds what the phone forgot.
    let mut whole = besace_model::doc::genesis::Genesis::document(
        crate::replica::tests::device::my_activity().kind,
    );
    let first = device
        .disk
        .iter()
        .find(|((store, _), _)| store == store::CHANGES)
        .map(|(_, change)| change.clone());
    for raw in first.iter().chain(&since) {
        whole
            .apply_changes([Change::from_bytes(raw.clone()).unwrap()])
            .unwrap();
    }
    let bytes = whole.save();
    let mut news = update(9);
    let mut doc = logged(Vec::new());
    doc.piece = Some(besace_model::wire::Piece {
        snapshot: 1,
        offset: 0,
        total: bytes.len() as u32,
        bytes,
    });
    news.docs = vec![doc];
    device.hear(news);
    assert_eq!(device.amounts(), [1, 2, 3, 4, 5]);
    assert_eq!(device.sync().unreadable_rows, 0);
    assert_eq!(device.reopen().amounts(), [1, 2, 3, 4, 5]);
}
