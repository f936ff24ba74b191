//! What the relay refuses keeps nothing else from going on.

use besace_model::command::Command;
use besace_model::ids::{CommitHash, Ulid};
use besace_model::kinds::activity::ActivityCommand;
use besace_model::wire::{Update, Verdict};

use crate::api::Intent;
use crate::replica::tests::device::{Device, add_expense, coop, my_activity, update, verdict};

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
