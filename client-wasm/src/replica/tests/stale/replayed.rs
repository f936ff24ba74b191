//! Commands that are made again stand where they stood.

use automerge::{Change, ChangeHash};
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::CoachingCommand;
use besace_model::wire::{CommitVerdict, Verdict};

use super::coach::{my_log, points};
use super::{edit_amount, is_done, with_session};
use crate::api::Intent;
use crate::replica::tests::device::{Device, accepted, coop, update, verdict};

#[test]
fn replay_after_a_refusal_keeps_to_the_base() {
    let (mut device, mut coach) = with_session("Le carnet est plein.");
    let refused = device.dispatch(Intent::Do {
        command: Command::CoachingLog(CoachingCommand::AskSupport {
            id: Ulid([51; 16]),
            text: "À l’aide".into(),
            urgency: besace_model::kinds::coaching_log::Urgency::Normal,
            topic: None,
            sent_to: None,
        }),
        base: None,
    });
    assert!(is_done(&refused));
    let base = device.sheet().row.info.base;
    assert!(is_done(
        &device.save_at(points("Le mien.\nLe carnet est plein."), &base)
    ));
    let pushed = device.pending();
    let hash = |change: &[u8]| crate::replica::tests::device::hash_of(change);
    let theirs = coach.make(&points("Le carnet est plein. Bravo."));
    device.hear_log(2, vec![theirs]);
    let mut news = update(3);
    news.verdicts = vec![CommitVerdict {
        doc: my_log().id(coop()),
        hash: hash(&pushed[0]),
        verdict: Verdict::Refused(ErrorCode::BadValue, String::new()),
    }];
    device.hear(news);
    assert_eq!(device.refused().len(), 1);
    let again = device.pending();
    assert_eq!(again.len(), 1, "made again");
    assert_ne!(hash(&again[0]), hash(&pushed[1]));
    let text = device.sheet().fields.points;
    assert_eq!(text, "Le mien.\nLe carnet est plein. Bravo.");
    let change = Change::from_bytes(again[0].clone()).unwrap();
    let root: Vec<ChangeHash> = vec![coach.doc.get_changes(&[])[1].hash()];
    assert_eq!(change.deps(), root, "at what was seen");
}

#[test]
fn a_base_that_names_ones_own_replayed_change_is_found() {
    let mut device = Device::new();
    device.expense(1, 100);
    let good = device.expense(2, 200);
    device.connect();
    let pushed = device.pushed();
    let base = device.expenses()[0].info.base.clone();
    assert!(base.contains(&pushed[1].to_string()));
    let mut news = update(1);
    let no = Verdict::Refused(ErrorCode::BadValue, String::new());
    news.verdicts = vec![verdict(pushed[0], no)];
    device.hear(news);
    let again = device.pushed()[2];
    assert_ne!(again, pushed[1]);
    let mut news = update(2);
    news.verdicts = vec![accepted(again)];
    device.hear(news);
    let mut device = device.reopen();
    let result = device.save_at(edit_amount(good, 250), &base);
    assert!(is_done(&result), "{result:?}");
    assert_eq!(device.amounts(), [250]);
}
