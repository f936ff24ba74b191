//! What the phone kept is there when the app starts again.

use crate::replica::tests::device::Device;
use crate::store;
use crate::view::RecordState;

#[test]
fn what_was_saved_offline_is_there_after_the_app_was_killed() {
    let mut device = Device::new();
    device.expense(1, 1_250);
    assert_eq!(device.saved.len(), 1);
    let device = device.reopen();
    let rows = device.expenses();
    assert_eq!(rows[0].fields.net_cents, 1_250);
    assert_eq!(rows[0].info.state, RecordState::OnPhone);
    assert_eq!(device.sync().unsent, 1);
    assert_eq!(device.sync().unreadable_rows, 0);
}

#[test]
fn nothing_is_written_over_an_item_that_a_later_version_wrote() {
    let mut device = Device::new();
    device.expense(1, 100);
    let key = (store::OUTBOX.to_owned(), store::number_key(40));
    device
        .disk
        .insert(key.clone(), b"of a later version".to_vec());
    let mut device = device.reopen();
    assert_eq!(device.sync().unreadable_rows, 1);
    device.expense(2, 200);
    assert_eq!(device.disk[&key], b"of a later version");
    assert_eq!(device.sync().unsent, 2);
}

#[test]
fn rows_that_cannot_be_read_are_counted_and_passed_over() {
    let mut device = Device::new();
    device.expense(1, 100);
    for store in [store::META, store::DOCS, store::OUTBOX, "unheard_of"] {
        device
            .disk
            .insert((store.to_owned(), "zzz".to_owned()), vec![0xff, 0, 1]);
    }
    let device = device.reopen();
    assert_eq!(device.sync().unreadable_rows, 4);
    assert_eq!(device.amounts(), [100]);
}

#[test]
fn what_the_disk_did_not_take_is_never_called_saved() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.disk_full = true;
    device.expense(2, 200);
    assert_eq!((device.saved.len(), device.failed.len()), (1, 1));
    assert_eq!(device.amounts(), [100], "undone, not half written");
    assert!(device.sync().storage_failed);
    device.disk_full = false;
    device.expense(3, 300);
    assert!(!device.sync().storage_failed);
    assert_eq!(device.reopen().amounts(), [100, 300]);
}
