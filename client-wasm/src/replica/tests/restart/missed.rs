//! What the relay accepts late, or asks for.

use besace_model::error::ErrorCode;
use besace_model::ids::{CommitHash, Ulid};
use besace_model::wire::{Update, Verdict, Witness};

use super::restart;
use crate::api::{Event, Intent};
use crate::replica::tests::device::{
    Device, Other, accepted, add_expense, edit_amount, hash_of, logged, update, verdict,
};
use crate::store::{self, DISPOSABLE};

#[test]
fn a_change_accepted_after_its_command_was_made_again_is_kept() {
    let mut other = Other::new(5);
    let lost = other.make(&add_expense(Ulid([1; 16]), 900));
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![lost.clone()])];
    device.hear(news);
    device.expense(2, 100);
    let first = device.pushed()[0];
    device.hear(restart(9));
    let again = *device.pushed().last().unwrap();
    assert_ne!(first, again);
    // Meanwhile the other phone brought back what was lost, and the relay took the first form too.
    let mut news = update(10);
    news.verdicts = vec![accepted(first), accepted(again)];
    news.docs = vec![logged(vec![lost])];
    device.hear(news);
    let changes = device.disk.keys().filter(|key| key.0 == store::CHANGES);
    assert_eq!(changes.count(), 3);
    assert_eq!(device.sync().unsent, 0);
    assert_eq!(device.reopen().amounts(), [900, 100]);
}

#[test]
fn what_was_accepted_late_and_is_not_made_again_is_given_to_a_restored_relay() {
    let (mut device, first) = with_work_on_anothers();
    device.hear(restart(9));
    let again = *device.pushed().last().unwrap();
    assert_ne!(first, again);
    let already = Verdict::Refused(ErrorCode::AlreadyMade, String::new());
    let mut news = update(10);
    news.verdicts = vec![accepted(first), verdict(again, already)];
    news.docs = vec![logged(vec![anothers()])];
    device.hear(news);
    assert_eq!((device.sync().unsent, device.sync().refused), (0, 0));
    assert_eq!(device.amounts(), [900, 100]);
    device.hear(restart(12));
    assert_eq!(device.sync().unsent, 1, "the relay lost it");
    assert_eq!(device.reopen().amounts(), [100]);
}

#[test]
fn a_relay_that_misses_others_changes_is_waited_for_and_nobody_is_bothered() {
    let mut other = Other::new(5);
    let made = other.make(&add_expense(Ulid([1; 16]), 900));
    let lost = hash_of(&made);
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![made])];
    device.hear(news);
    device.expense(2, 100);
    let mut asked = 0;
    for minute in 0..30 {
        for _ in 0..10 {
            let pushed = device.ever_pushed();
            if pushed.len() > asked {
                asked = pushed.len();
                let mut news = update(2 + minute);
                news.verdicts = vec![verdict(pushed[asked - 1], Verdict::Need(vec![lost]))];
                device.hear(news);
            }
        }
        device.pass(60_000);
        device.handle(Event::Visible);
    }
    assert!(
        (10..=40).contains(&asked),
        "asked {asked} times in 30 minutes"
    );
    assert!(device.refused().is_empty());
    assert_eq!(device.sync().unsent, 1);
    let mut news = update(50);
    news.verdicts = vec![accepted(*device.ever_pushed().last().unwrap())];
    device.hear(news);
    assert_eq!(device.sync().unsent, 0);
    assert_eq!(device.amounts(), [900, 100]);
}

#[test]
fn accepted_work_that_the_relay_asks_for_after_all_was_downloaded_again_is_given_back() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let first = device.pushed()[0];
    let mut news = update(1);
    news.verdicts = vec![accepted(first)];
    device.hear(news);
    device.cut();
    device.expense(2, 200);
    let mut device = download_again(device);
    device.connect();
    let witness = Witness {
        seq: 1,
        mark: first.mark(),
    };
    assert_eq!(device.hello().witness, Some(witness));
    assert!(device.hello().cursor.is_none());
    let second = device.pushed()[0];
    let mut news = update(7);
    news.verdicts = vec![verdict(second, Verdict::Need(vec![first]))];
    device.hear(news);
    assert_eq!(device.pushed()[1..], [first, second]);
    let mut news = update(8);
    news.verdicts = vec![accepted(first), accepted(second)];
    device.hear(news);
    assert_eq!((device.sync().unsent, device.sync().refused), (0, 0));
    assert_eq!(device.reopen().amounts(), [100, 200]);
}

#[test]
fn accepted_work_that_stood_on_what_the_relay_lost_is_made_again_after_all_was_downloaded_again() {
    let (mut device, first) = with_work_on_anothers();
    let mut news = update(2);
    news.verdicts = vec![accepted(first)];
    device.hear(news);
    let mut device = download_again(device);
    device.connect();
    device.hear(restart(9));
    let again = *device.pushed().last().unwrap();
    assert_ne!(first, again, "what it stood on is gone");
    assert_eq!(device.amounts(), [100]);
    let mut news = update(10);
    news.verdicts = vec![accepted(again)];
    device.hear(news);
    assert_eq!((device.sync().unsent, device.sync().refused), (0, 0));
    assert_eq!(device.reopen().amounts(), [100]);
}

#[test]
fn what_waits_for_what_it_stands_on_is_shown_once_that_has_come() {
    for is_accepted_first in [false, true] {
        let mut device = waiting(with_anothers());
        assert!(device.amounts().is_empty());
        let mut said = update(8);
        said.verdicts = device.pushed().into_iter().map(accepted).collect();
        if is_accepted_first {
            device.hear(said);
            device.hear(with_what_it_stood_on());
        } else {
            device.hear(with_what_it_stood_on());
            assert_eq!(device.amounts(), [950]);
            said.verdicts = vec![accepted(*device.pushed().last().unwrap())];
            device.hear(said);
        }
        assert_eq!(device.amounts(), [950]);
        assert_eq!((device.sync().unsent, device.sync().refused), (0, 0));
        assert_eq!(device.reopen().amounts(), [950]);
    }
}

/// Somebody edits what another made, downloads all again, and opens the app while that has not come yet.
fn waiting(mut device: Device) -> Device {
    let command = edit_amount(Ulid([1; 16]), 950);
    device.dispatch(Intent::Do {
        command,
        base: None,
    });
    let mut device = download_again(device);
    device.connect();
    device.hear(update(6));
    let mut device = device.reopen();
    device.connect();
    device
}

fn with_what_it_stood_on() -> Update {
    let docs = vec![logged(vec![anothers()])];
    Update { docs, ..update(7) }
}

fn anothers() -> Vec<u8> {
    Other::new(5).make(&add_expense(Ulid([1; 16]), 900))
}

fn with_anothers() -> Device {
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![anothers()])];
    device.hear(news);
    device
}

/// A device with work on top of another's, and the hash of what it pushed.
fn with_work_on_anothers() -> (Device, CommitHash) {
    let mut device = with_anothers();
    device.expense(2, 100);
    let first = device.pushed()[0];
    (device, first)
}

fn download_again(mut device: Device) -> Device {
    device
        .disk
        .retain(|(name, _), _| !DISPOSABLE.contains(&name.as_str()));
    device.reopen()
}
