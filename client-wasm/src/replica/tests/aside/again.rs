//! What was set aside is read again.

use besace_model::ids::Ulid;

use super::{aside, ended_once, news, snapshot};
use crate::api::Intent;
use crate::replica::tests::device::{add_expense, logged, make_fatal, update};
use crate::store;

#[test]
fn what_another_version_set_aside_is_read_again_with_all_that_came_meanwhile() {
    let (mut other, news) = news();
    let mut device = ended_once(&news);
    device.connect();
    device.hear(news);
    let mut more = update(2);
    more.docs = vec![logged(vec![other.make(&add_expense(Ulid([7; 16]), 902))])];
    device.hear(more);
    make_fatal(&[]);
    let device = device.reopen();
    assert_eq!(device.amounts(), [100], "the same version does not");
    let mut device = device.renew("two");
    assert!(aside(&device).is_empty());
    device.expense(8, 101);
    assert_eq!(device.amounts(), [900, 901, 100, 902, 101]);
    device.connect();
    assert_eq!(device.pushed().len(), 3, "what waited goes out");
    let rows = device.disk.keys().filter(|(name, _)| name == store::ASIDE);
    assert_eq!(rows.count(), 0);
}

#[test]
fn a_snapshot_that_ended_the_app_is_not_read_when_it_comes_again_but_another_is() {
    let (mut other, _) = news();
    let mut device = ended_once(&snapshot(&other, 4));
    device.connect();
    device.hear(snapshot(&other, 4));
    assert_eq!(aside(&device).len(), 1);
    make_fatal(&[]);
    other.make(&add_expense(Ulid([7; 16]), 902));
    device.disk_slow = true;
    device.hear(snapshot(&other, 5));
    assert_eq!(aside(&device).len(), 1, "until the disk has it");
    while device.write_next() {}
    assert!(aside(&device).is_empty());
    device.disk_slow = false;
    let mut device = device.reopen();
    assert_eq!(device.amounts(), [900, 901, 902]);
    device.connect();
    assert_eq!(device.pushed().len(), 2);
}

#[test]
fn a_document_is_downloaded_again_when_a_person_asks() {
    let (_, news) = news();
    let mut device = ended_once(&news);
    device.connect();
    device.hear(news.clone());
    make_fatal(&[]);
    let doc = aside(&device)[0].doc.clone();
    device.dispatch(Intent::ReadAgain { doc });
    assert!(aside(&device).is_empty());
    assert!(device.hello().cursor.is_none(), "everything is asked for");
    assert_eq!(device.pushed().len(), 2, "what waited goes out");
    device.hear(news);
    assert_eq!(device.sync().unsent, 2);
    assert!(device.reopen().amounts().contains(&901));
}
