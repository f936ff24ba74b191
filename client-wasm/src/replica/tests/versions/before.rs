//! What the build before kept.

use std::collections::BTreeMap;

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::{Kind, Record};

use crate::replica::tests::device::{Device, accepted, me, update};
use crate::store;
use crate::view::{Place, View, ViewRequest, Window};
use crate::views::requests::WholeAnswer;
use crate::views::requests::WholeRequest;

/// What a phone kept with the build before the kinds were listed: two expenses that were received, and an expense and a
/// journal line that wait. A row a line: store, key, bytes.
const STORE: &str = include_str!("../../../../fixtures/store_before_kinds_were_listed.txt");

fn rows_of_before() -> BTreeMap<(String, String), Vec<u8>> {
    let row = |line: &str| {
        let mut parts = line.split(' ').map(str::to_owned);
        let (store, key, hex) = (parts.next()?, parts.next()?, parts.next()?);
        let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
        let bytes: Option<Vec<u8>> = (0..hex.len()).step_by(2).map(byte).collect();
        Some(((store, key), bytes?))
    };
    STORE.lines().filter_map(row).collect()
}

#[test]
fn the_store_of_the_build_before_opens_with_its_pending_work_shown_and_sent() {
    let mut device = Device::open(rows_of_before(), 4);
    assert_eq!(device.amounts(), [1_250, 990, 902]);
    assert_eq!(device.sync().unreadable_rows, 0);
    assert_eq!(device.sync().unsent, 2);
    let is_record = |(store, _): &(String, String)| store == store::RECORDS;
    let records = device.disk.iter().filter(|(key, _)| is_record(key));
    assert!(
        records
            .map(|(_, row)| row)
            .all(|row| Record::is_of_today(Kind::Activity, row))
    );

    device.connect();
    let pushed = device.pushed();
    assert_eq!(pushed.len(), 2);
    let mut news = update(3);
    news.verdicts = pushed.into_iter().map(accepted).collect();
    device.hear(news);
    assert_eq!(device.sync().unsent, 0);
    assert_eq!(device.reopen().amounts(), [1_250, 990, 902]);
}

/// What the build before told of an absence: where, in a word of each kind's own.
const AWAY: &str = r#"{"kind":"coaching_log","how":"arrived","label":"Point","by":null,"byName":"","at":"2026-03-01T21:20:00Z","place":{"place":"session","member":"MEMBER","id":"ENTRY"}}"#;

#[test]
fn what_the_build_before_told_of_an_absence_is_still_found() {
    let member = me();
    let session = Ulid([8; 16]);
    let said = AWAY
        .replace("MEMBER", &member.to_string())
        .replace("ENTRY", &session.to_string());
    let mut rows = rows_of_before();
    let row = (store::AWAY.to_owned(), store::number_key(9));
    rows.insert(row, said.into_bytes());
    let device = Device::open(rows, 4);
    assert_eq!(device.sync().unreadable_rows, 0);
    let window = Window {
        offset: 0,
        limit: 10,
    };
    let request = ViewRequest::Whole(WholeRequest::Away { window });
    let View::Whole(WholeAnswer::Away(away)) = device.replica.view(&request, device.now) else {
        panic!("another view");
    };
    let log = DocHead::coaching_log(member);
    let place = Place::new(&log, "sessions", &session.to_string());
    assert_eq!(away.items.rows[0].place, Some(place));
}
