//! What stands on the disk after writes that failed, came late or were cut short.

use super::device::{Device, Other, add_expense, logged, update};
use crate::api::Intent;
use crate::store;
use besace_model::ids::Ulid;

/// A device that heard of a colleague's expense while its disk was full.
fn heard_on_a_full_disk() -> Device {
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
fn a_command_never_brings_a_cursor_to_the_disk_before_its_content() {
    let mut device = heard_on_a_full_disk();
    device.dispatch(Intent::AwaySeen);
    device.expense(2, 100);
    let mut device = device.reopen();
    device.connect();
    let vouches = device.hello().cursor.as_ref().unwrap().0 == [5];
    let changes = device.disk.keys().filter(|key| key.0 == store::CHANGES);
    assert!(!vouches || changes.count() > 0, "a cursor without content");
    device.expense(3, 50);
    assert!(device.amounts().contains(&100), "{:?}", device.amounts());
}
