//! What the relay accepts late, or asks for.

use besace_model::ids::Ulid;
use besace_model::wire::{Verdict, Witness};

use super::restart;
use crate::api::Event;
use crate::replica::tests::device::{
    Device, Other, accepted, add_expense, hash_of, logged, update, verdict,
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
    device
        .disk
        .retain(|(name, _), _| !DISPOSABLE.contains(&name.as_str()));
    let mut device = device.reopen();
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
