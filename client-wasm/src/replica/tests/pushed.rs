//! What is pushed, and what comes of the verdicts.

use besace_model::error::ErrorCode;
use besace_model::wire::{ToRelay, Verdict};

use crate::api::Intent;
use crate::replica::tests::device::{Device, accepted, update, verdict};
use crate::view::RecordState;
use crate::view::sync::LinkState;

#[test]
fn a_commit_is_pushed_in_the_hello_and_shown_as_received_after_its_verdict() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let pushed = device.pushed();
    assert_eq!(pushed.len(), 1);
    assert!(device.hello().cursor.is_none());
    let mut news = update(1);
    news.verdicts = vec![accepted(pushed[0])];
    device.hear(news);
    let device = device.reopen();
    assert_eq!(device.sync().unsent, 0);
    let state = device.expenses()[0].info.state.clone();
    assert!(
        matches!(state, RecordState::Received { at: Some(_) }),
        "{state:?}"
    );
}

#[test]
fn a_refused_command_becomes_an_item_and_the_others_go_on_in_order() {
    let mut device = Device::new();
    for number in 1..=4 {
        device.expense(number, i64::from(number));
    }
    device.connect();
    let first = device.pushed();
    assert_eq!(first.len(), 4);
    let mut news = update(1);
    news.verdicts = vec![
        accepted(first[0]),
        verdict(
            first[1],
            Verdict::Refused(ErrorCode::BadValue, "expenses/x/label".to_owned()),
        ),
        verdict(first[2], Verdict::Need(vec![first[1]])),
        verdict(first[3], Verdict::Need(vec![first[2]])),
    ];
    device.hear(news);
    assert_eq!(device.amounts(), [1, 3, 4]);
    let refused = device.refused();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].code, ErrorCode::BadValue);
    assert_eq!(refused[0].path, "expenses/x/label");
    let again = device.pushed()[4..].to_vec();
    assert_eq!(again.len(), 2, "the two that remain are pushed again");
    assert!(again.iter().all(|hash| !first.contains(hash)));
    let mut news = update(2);
    news.verdicts = again.into_iter().map(accepted).collect();
    device.hear(news);
    assert_eq!(device.sync().unsent, 0);
    let mut device = device.reopen();
    assert_eq!(device.refused().len(), 1, "kept until a person has spoken");
    let item = device.refused()[0].id;
    device.dispatch(Intent::Retry {
        item,
        command: None,
        base: None,
    });
    assert_eq!(device.amounts(), [1, 2, 3, 4]);
    assert!(device.refused().is_empty());
    assert_eq!(device.reopen().sync().unsent, 1);
}

#[test]
fn a_restored_phone_makes_its_commands_again_a_bounded_number_of_times() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    for place in 1..=10 {
        let Some(hash) = device.pushed().last().copied() else {
            break;
        };
        let mut news = update(place);
        news.verdicts = vec![verdict(
            hash,
            Verdict::Refused(ErrorCode::Fork, String::new()),
        )];
        device.hear(news);
    }
    assert_eq!(device.pushed().len(), 4, "once, and three times again");
    assert_eq!(device.refused().len(), 1);
}

#[test]
fn a_link_cut_in_flight_pushes_the_same_commits_again() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let before = device.pushed();
    device.cut();
    assert_eq!(device.sync().link, LinkState::Offline);
    device.connect();
    assert_eq!(device.pushed(), before);
    let hellos = device
        .sent
        .iter()
        .filter(|frame| matches!(frame, ToRelay::Hello(_)))
        .count();
    assert_eq!(hellos, 2);
}

#[test]
fn a_relay_that_starts_over_gets_accepted_commits_again() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let hash = device.pushed()[0];
    let mut news = update(1);
    news.verdicts = vec![accepted(hash)];
    device.hear(news);
    let mut device = device.reopen();
    device.connect();
    assert!(device.pushed().is_empty());
    let mut news = update(9);
    news.restart = true;
    device.hear(news);
    assert_eq!(
        device.pushed(),
        [hash],
        "the same commit, with its signature"
    );
    let mut news = update(10);
    news.verdicts = vec![accepted(hash)];
    device.hear(news);
    assert_eq!(device.amounts(), [100]);
    assert_eq!(device.sync().unsent, 0);
    assert_eq!(device.sync().restarts, 1);
}
