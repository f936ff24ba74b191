//! What a restored relay lost.

use besace_model::ids::Ulid;
use besace_model::wire::Update;

use super::restart;
use crate::replica::tests::device::{Device, Other, accepted, add_expense, logged, update};
use crate::store;

#[test]
fn what_a_restored_relay_lost_of_others_does_not_stay_underneath() {
    let mut other = Other::new(5);
    let kept = other.make(&add_expense(Ulid([1; 16]), 900));
    let lost = other.make(&add_expense(Ulid([2; 16]), 901));
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![kept.clone(), lost])];
    device.hear(news);
    device.expense(3, 100);
    let mut news = update(2);
    news.verdicts = vec![accepted(device.pushed()[0])];
    device.hear(news);
    device.expense(4, 200);

    let mut news = restart(9);
    news.docs = vec![logged(vec![kept])];
    news.remaining = 1;
    device.hear(news);
    assert_eq!(device.amounts(), [900, 901, 100, 200], "until all is said");
    let mut device = device.reopen();
    device.connect();
    device.hear(update(10));
    assert_eq!(device.amounts(), [900, 100, 200]);
    let again = device.pushed().split_off(2);
    assert_eq!(again.len(), 2, "made again on top of what the relay has");
    let mut news = update(11);
    news.verdicts = again.into_iter().map(accepted).collect();
    device.hear(news);
    let device = device.reopen();
    assert_eq!(device.amounts(), [900, 100, 200]);
    assert_eq!((device.sync().unsent, device.sync().refused), (0, 0));
}

#[test]
fn a_document_the_restored_relay_never_names_leaves_the_phone() {
    let mut other = Other::new(5);
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![other.make(&add_expense(Ulid([1; 16]), 900))])];
    device.hear(news);
    device.hear(restart(9));
    assert!(device.amounts().is_empty());
    let device = device.reopen();
    assert_eq!((device.sync().docs, device.amounts().len()), (0, 0));
    let left: Vec<_> = device.disk.keys().map(|(store, _)| store).collect();
    assert_eq!(left, [store::META]);
}

#[test]
fn what_the_relay_accepts_while_it_starts_over_stays() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let hash = device.pushed()[0];
    let mut news = update(1);
    news.verdicts = vec![accepted(hash)];
    device.hear(news);
    let mut news = restart(9);
    news.remaining = 1;
    device.hear(news);
    // Its own commits are not said again to the phone that pushed them.
    device.hear(Update {
        verdicts: vec![accepted(hash)],
        cursor: None,
        ..update(9)
    });
    device.hear(update(10));
    let device = device.reopen();
    assert_eq!(device.amounts(), [100]);
    assert_eq!(device.sync().unsent, 0);
}
