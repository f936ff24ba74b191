//! Apps and relays of different versions: what one does not know of the other waits, and nothing is lost by that.

mod before;

use besace_model::head::DocHead;
use besace_model::kind::{Kind, KindSet};
use besace_model::wire::{DocName, DocUpdate, Logged};

use super::device::{Device, accepted, me, update};
use crate::view::sync::Waits;
use crate::view::{View, ViewRequest, Window};
use crate::views::requests::WholeAnswer;
use crate::views::requests::WholeRequest;

fn waits(device: &Device) -> Vec<Waits> {
    let window = Window {
        offset: 0,
        limit: 10,
    };
    match device.replica.view(
        &ViewRequest::Whole(WholeRequest::Unsent { window }),
        device.now,
    ) {
        View::Whole(WholeAnswer::Unsent(page)) => page.rows.iter().map(|row| row.waits).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn work_of_a_kind_that_the_relay_does_not_know_waits_says_so_and_goes_once_it_does() {
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.kinds = Some(KindSet::of(&[Kind::Directory, Kind::Profile]));
    device.hear(news);
    device.sent.clear();
    device.expense(1, 100);
    assert!(device.sent.is_empty(), "{:?}", device.sent);
    assert_eq!(waits(&device), [Waits::Newer]);

    let mut news = update(2);
    news.kinds = Some(KindSet::known());
    device.hear(news);
    assert_eq!(device.ever_pushed().len(), 1);
    let mut news = update(3);
    news.verdicts = device.ever_pushed().into_iter().map(accepted).collect();
    device.hear(news);
    assert_eq!(device.sync().unsent, 0);
    assert!(waits(&device).is_empty());
}

#[test]
fn a_document_of_a_kind_that_the_app_does_not_know_is_passed_over() {
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    let strange = DocHead {
        kind: Kind::Other(200),
        owner: me(),
        key: String::new(),
        generation: 0,
    };
    news.docs = vec![DocUpdate {
        doc: DocName::Head(strange),
        piece: None,
        changes: vec![Logged {
            age_ms: 0,
            change: vec![1, 2, 3],
        }],
    }];
    device.hear(news);
    device.expense(1, 100);
    assert_eq!(device.sync().unreadable_rows, 0);
    assert_eq!(device.amounts(), [100]);
}
