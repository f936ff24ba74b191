//! Documents come in pieces, with two values for a field, and leave.

use besace_model::ids::Ulid;
use besace_model::wire::{DocUpdate, Piece};

use crate::api::{DispatchResult, Intent};
use crate::replica::tests::device::{
    Device, Other, accepted, add_expense, coop, edit_amount, logged, my_activity, update,
};
use crate::store;

#[test]
fn a_snapshot_in_pieces_goes_on_after_the_app_was_killed() {
    let mut other = Other::new(5);
    let change = other.make(&add_expense(Ulid([1; 16]), 900));
    let snapshot = other.doc.save();
    let cut = snapshot.len() / 2;
    let piece = |from: usize, to: usize| DocUpdate {
        piece: Some(Piece {
            snapshot: 1,
            offset: from as u32,
            total: snapshot.len() as u32,
            bytes: snapshot[from..to].to_vec(),
        }),
        ..logged(Vec::new())
    };
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![piece(0, cut)];
    news.remaining = 1;
    device.hear(news);
    assert!(device.expenses().is_empty());
    let mut device = device.reopen();
    device.connect();
    assert_eq!(device.hello().cursor.as_ref().unwrap().0, [1]);
    let mut news = update(2);
    news.docs = vec![piece(cut, snapshot.len())];
    device.hear(news);
    assert_eq!(device.amounts(), [900]);
    assert!(!device.sync().first_download);
    // What the snapshot holds already changes nothing when it comes again.
    let mut news = update(3);
    news.docs = vec![logged(vec![change])];
    device.hear(news);
    let device = device.reopen();
    assert_eq!(device.amounts(), [900]);
    assert!(
        device
            .disk
            .keys()
            .all(|(store, _)| store != store::PIECES && store != store::CHANGES)
    );
}

#[test]
fn two_values_of_one_field_are_shown_and_settled() {
    let mut other = Other::new(5);
    let id = Ulid([1; 16]);
    let made = other.make(&add_expense(id, 100));
    let edit = |cents| edit_amount(id, cents);
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![made])];
    device.hear(news);
    device.dispatch(Intent::Do {
        command: edit(200),
        base: None,
    });
    let mut news = update(2);
    news.docs = vec![logged(vec![other.make(&edit(300))])];
    device.hear(news);
    let conflicts = device.expenses()[0].info.conflicts.clone();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].field, "netCents");
    assert_eq!(conflicts[0].values.len(), 2);
    assert_eq!(device.sync().conflicts, 1);
    let shown = device.amounts()[0];
    let result = device.dispatch(Intent::Settle {
        conflict: conflicts[0].id.clone(),
        choice: 1,
    });
    assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
    assert_ne!(device.amounts()[0], shown);
    assert_eq!(device.sync().conflicts, 0);
}

#[test]
fn a_document_lost_leaves_the_phone_and_what_was_not_sent_stays_readable() {
    let mut device = Device::new();
    device.expense(1, 4_200);
    device.connect();
    let mut news = update(1);
    news.lost = vec![my_activity().id(coop())];
    device.hear(news);
    assert!(device.expenses().is_empty());
    let refused = device.refused();
    assert!(refused[0].text.contains("4200"), "{}", refused[0].text);
    let device = device.reopen();
    assert_eq!((device.sync().docs, device.sync().refused), (0, 1));
}

#[test]
fn a_verdict_does_not_bring_back_a_document_lost_in_the_same_breath() {
    let mut device = Device::new();
    device.expense(1, 4_200);
    device.connect();
    let mut news = update(1);
    news.verdicts = vec![accepted(device.pushed()[0])];
    news.lost = vec![my_activity().id(coop())];
    device.hear(news);
    assert!(device.expenses().is_empty());
    let sync = device.reopen().sync();
    assert_eq!((sync.docs, sync.refused, sync.unsent), (0, 0, 0));
}
