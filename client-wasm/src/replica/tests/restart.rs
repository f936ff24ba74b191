//! A relay that lost something, or asks to wait: what a person did stays theirs.

use besace_model::command::Command;
use besace_model::ids::{CommitHash, Ulid};
use besace_model::kinds::activity::ActivityCommand;
use besace_model::wire::{Update, Verdict, Witness};

use super::device::{
    Device, Other, accepted, add_expense, coop, hash_of, logged, my_activity, update, verdict,
};
use crate::api::{Event, Intent};
use crate::store::{self, DISPOSABLE};

/// A restarted relay's first words.
fn restart(place: u8) -> Update {
    Update {
        restart: true,
        ..update(place)
    }
}

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
fn refused_work_is_never_dropped_to_make_room() {
    let mut device = Device::new();
    device.connect();
    for hundred in 0..11 {
        for number in 0..100 {
            let mut id = [0; 16];
            (id[0], id[1]) = (hundred, number);
            let command = add_expense(Ulid(id), 1);
            device.dispatch(Intent::Do {
                command,
                base: None,
            });
        }
        device.hear(Update {
            lost: vec![my_activity().id(coop())],
            ..update(hundred)
        });
    }
    assert_eq!(device.sync().refused, 1_100);
    assert_eq!(device.reopen().sync().refused, 1_100);
}

#[test]
fn a_frozen_document_does_not_hold_the_others_back() {
    let mut device = Device::new();
    for number in 1..=120 {
        device.expense(number, 100);
    }
    let mut last_year = add_expense(Ulid([200; 16]), 100);
    if let Command::Activity(ActivityCommand::AddExpense { expense, .. }) = &mut last_year {
        expense.date = "2025-12-31".to_owned();
    }
    device.dispatch(Intent::Do {
        command: last_year,
        base: None,
    });
    device.connect();
    let first = device.pushed();
    assert_eq!(first.len(), 100);
    let mut news = update(1);
    let frozen = |hash: &CommitHash| verdict(*hash, Verdict::Retry(3_600_000));
    news.verdicts = first.iter().map(frozen).collect();
    device.hear(news);
    let then = device.pushed().split_off(100);
    assert_eq!(then.len(), 1, "the other document goes on its way");
    device.pass(3_600_000);
    device.connect();
    assert_eq!(
        device.pushed()[..100],
        first,
        "and the frozen one is tried again"
    );
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
