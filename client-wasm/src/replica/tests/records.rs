//! Records in another form than that of today are made again.

use besace_model::ids::Ulid;
use besace_model::kind::{Kind, Record};

use crate::replica::tests::device::{Device, Other, add_expense, logged, update};
use crate::store;

#[test]
fn records_in_the_form_of_another_version_are_shown_with_what_is_pending_and_rewritten_once() {
    type Form = fn(&[u8]) -> Vec<u8>;
    let forms: [Form; 3] = [
        |_| br#"{"Activity":{"journal":{}}}"#.to_vec(),
        |row| [&[0xa5; 8], &row[8..]].concat(),
        |row| row[..9].to_vec(),
    ];
    for form in forms {
        let mut device = Device::new();
        device.expense(1, 1_250);
        for ((store, _), row) in &mut device.disk {
            if store == store::RECORDS {
                *row = form(row);
            }
        }
        let device = device.reopen();
        assert_eq!(device.amounts(), [1_250]);
        assert_eq!(device.sync().unsent, 1);
        assert_eq!(device.sync().unreadable_rows, 0);
    }
}

#[test]
fn a_record_of_another_version_is_written_anew_with_what_is_pending() {
    let mut device = Device::new();
    device.expense(1, 1_250);
    let is_record = |(store, _): &(String, String)| store == store::RECORDS;
    for (_, row) in device.disk.iter_mut().filter(|(key, _)| is_record(key)) {
        row[..8].fill(0xa5);
    }
    let device = device.reopen();
    let mut records = device.disk.iter().filter(|(key, _)| is_record(key));
    assert!(records.all(|(_, row)| Record::is_of_today(Kind::Activity, row)));
}

#[test]
fn a_record_row_of_another_version_is_made_again_from_the_document() {
    let mut device = Device::new();
    let mut other = Other::new(5);
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![other.make(&add_expense(Ulid([1; 16]), 100))])];
    device.hear(news);
    for ((store, _), value) in &mut device.disk {
        if store == store::RECORDS {
            *value = b"{\"Unknown\":1}".to_vec();
        }
    }
    assert_eq!(device.reopen().amounts(), [100]);
}
