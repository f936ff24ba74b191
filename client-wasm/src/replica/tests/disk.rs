//! What stands on the disk after writes that failed, came late or were cut short.

mod full;

use besace_model::ids::Ulid;

use super::device::{ALL, Device, Other, add_expense, logged, update};
use crate::api::Intent;
use crate::store;
use crate::view::sync::Waits;
use crate::view::{View, ViewRequest};
use crate::views::requests::WholeAnswer;
use crate::views::requests::WholeRequest;
use full::heard_on_a_full_disk;

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

#[test]
fn the_first_download_is_over_once_it_stands_on_the_disk() {
    for writes in 0..8 {
        let mut device = Device::new();
        device.connect();
        device.disk_slow = true;
        let mut first = update(1);
        first.remaining = 1;
        device.hear(first);
        device.hear(update(2));
        for _ in 0..writes {
            device.write_next();
        }
        let told = device.sync().first_download;
        assert_eq!(
            told,
            device.reopen().sync().first_download,
            "{writes} writes"
        );
        assert!(told || writes > 0);
        assert!(!told || writes < 7, "it is never over");
    }
}

#[test]
fn a_late_write_never_hides_a_saved_command() {
    let mut device = heard_on_a_full_disk();
    device.expense(2, 100);
    assert_eq!(device.saved.len(), 1);
    device.pass(120_000);
    let device = device.reopen();
    assert_eq!(device.amounts(), [900, 100]);
    assert_eq!(device.sync().unsent, 1);
}

/// Two updates and a command on a slow disk, of which one write may fail: how far the cursor got, and what is shown,
/// when the app is killed after so many writes.
fn killed_after(writes: usize, failing: Option<usize>) -> (u8, Vec<i64>, usize) {
    let mut other = Other::new(5);
    let mut device = Device::new();
    device.connect();
    device.hear(update(1));
    device.disk_slow = true;
    for (place, cents) in [(5, 900), (6, 901)] {
        let mut news = update(place);
        let id = Ulid([place; 16]);
        news.docs = vec![logged(vec![other.make(&add_expense(id, cents))])];
        device.hear(news);
    }
    device.expense(7, 100);
    let mut news = update(8);
    news.docs = vec![logged(vec![other.make(&add_expense(Ulid([8; 16]), 902))])];
    device.hear(news);
    for number in 0..writes {
        device.disk_full = failing == Some(number);
        device.write_next();
    }
    let saved = device.saved.len();
    let mut device = device.reopen();
    device.connect();
    let place = device.hello().cursor.as_ref().unwrap().0[0];
    (place, device.amounts(), saved)
}

#[test]
fn the_disk_holds_a_state_the_replica_was_in_whenever_the_app_is_killed() {
    for failing in [None, Some(0), Some(1), Some(2)] {
        for writes in 0..8 {
            let (place, shown, saved) = killed_after(writes, failing);
            let told = format!("{writes} writes, {failing:?} failed: {place} {shown:?} {saved}");
            for (at, cents) in [(5, 900), (6, 901), (8, 902)] {
                assert!(place < at || shown.contains(&cents), "{told}");
            }
            assert!(saved == 0 || shown.contains(&100), "{told}");
            let all_done = writes >= 5 && failing != Some(0);
            assert!(!all_done || saved == 1, "{told}");
        }
    }
}

#[test]
fn what_is_not_sent_is_listed_by_name_in_its_order_with_what_it_waits_for() {
    let mut device = Device::new();
    device.connect();
    device.hear(update(1));
    device.cut();
    device.expense(1, 100);
    device.expense(2, 200);
    let request = ViewRequest::Whole(WholeRequest::Unsent { window: ALL });
    let View::Whole(WholeAnswer::Unsent(page)) = device.replica.view(&request, device.now) else {
        panic!("another view");
    };
    let shown = page.rows.iter().map(|it| (it.label.as_str(), it.waits));
    let right = [("Repas 100", Waits::Turn), ("Repas 200", Waits::Before)];
    assert_eq!(shown.collect::<Vec<_>>(), right);
    assert!(page.rows.iter().all(|it| it.place.is_some()));
}
