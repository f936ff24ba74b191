//! The disk has no room.

use besace_model::ids::Ulid;
use besace_model::limits::BACKOFF_MS_MAX;

use crate::replica::tests::device::{Device, Other, accepted, add_expense, logged, update};

/// A device that heard of a colleague's expense while its disk was full.
pub(super) fn heard_on_a_full_disk() -> Device {
    let mut other = Other::new(5);
    let mut device = Device::new();
    device.connect();
    device.hear(update(1));
    device.disk_full = true;
    let mut news = update(5);
    news.docs = vec![logged(vec![other.make(&add_expense(Ulid([1; 16]), 900))])];
    device.hear(news);
    assert_eq!(device.amounts(), [900]);
    device.disk_full = false;
    device
}

#[test]
fn a_save_does_not_wait_for_what_has_no_room() {
    let mut other = Other::new(5);
    let mut device = Device::new();
    device.connect();
    device.hear(update(1));
    device.disk_room = 3_000;
    let mut news = update(5);
    let others = (10..60).map(|number| other.make(&add_expense(Ulid([number; 16]), 900)));
    news.docs = vec![logged(others.collect())];
    device.hear(news);
    assert!(device.sync().storage_failed);
    device.disk_room = 15_000;
    device.expense(2, 100);
    assert_eq!((device.saved.len(), device.failed.len()), (1, 0));
    let rows = device.sync();
    assert!(rows.storage_failed, "the rest is still to be written");
    let mut device = device.reopen();
    assert_eq!(device.sync().unsent, 1);
    assert_eq!(device.amounts(), [100], "what was saved is shown");
    device.connect();
    assert_eq!(device.hello().cursor.as_ref().unwrap().0, [1]);
}

#[test]
fn what_was_saved_while_the_rest_had_no_room_is_shown_when_the_app_opens_again() {
    let mut other = Other::new(5);
    let mut device = Device::new();
    device.connect();
    device.hear(update(1));
    device.expense(1, 100);
    let pushed = device.pushed();
    // The verdict, and a colleague's fifty, have no room.
    device.disk_room = 3_000;
    let mut news = update(60);
    news.verdicts = pushed.iter().map(|hash| accepted(*hash)).collect();
    let others = (10..60).map(|number| other.make(&add_expense(Ulid([number; 16]), 900)));
    news.docs = vec![logged(others.collect())];
    device.hear(news);
    assert!(device.sync().storage_failed);
    device.disk_room = 15_000;
    device.expense(2, 200);
    assert_eq!((device.saved.len(), device.failed.len()), (2, 0));
    let own = |device: &Device| -> Vec<i64> {
        let amounts = device.amounts().into_iter();
        amounts.filter(|amount| *amount < 900).collect()
    };
    let mut device = device.reopen();
    assert_eq!(own(&device), [100, 200]);
    // And so once more, with all the room there is.
    device.disk_room = usize::MAX;
    device.expense(3, 300);
    assert_eq!(own(&device.reopen()), [100, 200, 300]);
}

#[test]
fn a_clock_put_back_does_not_keep_what_failed_from_being_written() {
    let mut device = heard_on_a_full_disk();
    device.set_forward_ms = -86_400_000;
    device.pass(BACKOFF_MS_MAX);
    assert!(!device.sync().storage_failed);
    assert_eq!(device.reopen().amounts(), [900]);
}

#[test]
fn verdicts_that_came_while_the_disk_was_full_stand_and_are_written_when_room_is_back() {
    let mut device = Device::new();
    device.connect();
    device.hear(update(1));
    for number in 1..=3 {
        device.expense(number, 100 * i64::from(number));
    }
    device.disk_full = true;
    let pushed = device.pushed();
    assert_eq!(pushed.len(), 3, "sending goes on");
    let mut news = update(2);
    news.verdicts = vec![accepted(pushed[0]), accepted(pushed[1])];
    device.hear(news);
    assert_eq!(
        (device.sync().unsent, device.sync().storage_failed),
        (1, true)
    );
    // Killed now, the phone says again what it wrote before: nothing is lost, and nothing counts twice.
    let mut killed = Device::open(device.disk.clone(), 3);
    killed.connect();
    assert_eq!(killed.pushed(), pushed);
    device.disk_full = false;
    device.pass(BACKOFF_MS_MAX);
    let device = device.reopen();
    assert_eq!(
        (device.sync().unsent, device.amounts()),
        (1, vec![100, 200, 300])
    );
}
