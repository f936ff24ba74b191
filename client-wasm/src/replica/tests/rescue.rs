//! The day the app cannot start on what it holds: what was downloaded goes, what a person did stays.

use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::plain::Value;
use besace_model::wire::Verdict;

use super::device::{Device, Other, accepted, add_expense, logged, update, verdict};
use crate::api::Row;
use crate::rescue::unsent;
use crate::store::{self, DISPOSABLE, KEPT};

/// A device with a colleague's expense, an accepted one, a refused one and an unsent one.
fn used() -> Device {
    let mut other = Other::new(5);
    let mut device = Device::new();
    device.expense(2, 100);
    device.expense(3, 200);
    device.connect();
    let pushed = device.pushed();
    let mut news = update(1);
    news.docs = vec![logged(vec![other.make(&add_expense(Ulid([1; 16]), 900))])];
    let no = Verdict::Refused(ErrorCode::BadValue, String::new());
    news.verdicts = vec![accepted(pushed[0]), verdict(pushed[1], no)];
    device.hear(news);
    device.expense(4, 300);
    device
}

#[test]
fn every_store_is_either_disposable_or_kept() {
    let device = used();
    for (name, _) in device.disk.keys() {
        let name = name.as_str();
        assert!(DISPOSABLE.contains(&name) != KEPT.contains(&name), "{name}");
    }
    assert!(!KEPT.iter().any(|kept| DISPOSABLE.contains(kept)));
}

#[test]
fn what_a_person_did_survives_what_was_downloaded_being_dropped() {
    let mut device = used();
    device
        .disk
        .retain(|(name, _), _| !DISPOSABLE.contains(&name.as_str()));
    let mut device = device.reopen();
    assert_eq!(device.sync().unreadable_rows, 0);
    assert_eq!((device.sync().unsent, device.sync().refused), (1, 1));
    device.connect();
    assert!(device.hello().cursor.is_none(), "everything is asked for");
    let sent = device.disk.keys().filter(|key| key.0 == store::SENT);
    assert_eq!(sent.count(), 1);
    let mut other = Other::new(5);
    let mut news = update(7);
    news.docs = vec![logged(vec![other.make(&add_expense(Ulid([1; 16]), 900))])];
    device.hear(news);
    assert!(device.amounts().contains(&900));
    assert_eq!(device.sync().refused, 1);
}

#[test]
fn what_is_not_at_the_cooperative_can_be_read_without_the_replica() {
    let mut device = used();
    let broken = (store::OUTBOX.to_owned(), "zzz".to_owned());
    device.disk.insert(broken, vec![0xff, 0]);
    let rows: Vec<Row> = device
        .disk
        .into_iter()
        .map(|((store, key), value)| Row { store, key, value })
        .collect();
    let text = unsent(&rows);
    let Ok(Value::List(items)) = Value::parse(text.as_bytes()) else {
        panic!("not a list: {text}")
    };
    let said: Vec<_> = items
        .iter()
        .map(|item| {
            let cents = item
                .get("what")
                .and_then(|what| what.get("expense")?.get("netCents"));
            (item.get("state").and_then(Value::as_text), cents.cloned())
        })
        .collect();
    let [refused, unsent] = [Some("refused"), Some("outbox")];
    let cents = |cents| Some(Value::Number(cents));
    assert_eq!(
        said,
        [(refused, cents(200)), (unsent, cents(300)), (unsent, None)]
    );
    let done_at = items[1].get("doneAt").and_then(Value::as_text);
    assert_eq!(done_at, Some("2026-03-01T21:20:00Z"));
    let bytes = Value::List(vec![Value::Number(255), Value::Number(0)]);
    assert_eq!(items[2].get("bytes"), Some(&bytes));
}

#[test]
fn what_is_accepted_after_all_was_downloaded_again_is_shown() {
    let mut device = Device::new();
    device.expense(1, 100);
    device
        .disk
        .retain(|(name, _), _| !DISPOSABLE.contains(&name.as_str()));
    let mut device = device.reopen();
    assert!(device.amounts().is_empty(), "its document is not here");
    device.connect();
    let mut news = update(1);
    news.verdicts = vec![accepted(device.pushed()[0])];
    device.hear(news);
    assert_eq!(device.amounts(), [100]);
    let records = device.disk.keys().filter(|key| key.0 == store::RECORDS);
    assert_eq!(records.count(), 1);
}
