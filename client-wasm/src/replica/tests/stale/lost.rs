//! What a change stood on is no more, or was never written down.

use besace_model::error::ErrorCode;
use besace_model::ids::CommitHash;

use super::coach::{log_update, points};
use super::{edit_amount, is_done, with_session};
use crate::api::DispatchResult;
use crate::replica::tests::device::{Device, update};

#[test]
fn a_lost_base_is_said_and_nothing_is_written() {
    let mut device = Device::new();
    let id = device.expense(1, 100);
    let lost = DispatchResult::rejected(ErrorCode::BaseLost);
    for base in [CommitHash([9; 32]).to_string().as_str(), "no base"] {
        assert_eq!(device.save_at(edit_amount(id, 200), base), lost);
    }
    assert_eq!(device.amounts(), [100]);
    assert_eq!(device.pending().len(), 1);
}

#[test]
fn what_stood_on_changes_that_the_relay_lost_becomes_an_item_with_its_words() {
    let (mut device, mut coach) = with_session("Le carnet est plein.");
    let theirs = coach.make(&points("Le carnet est plein. Bravo."));
    let session = coach.doc.get_changes(&[])[1].raw_bytes().to_vec();
    device.hear_log(2, vec![theirs]);
    let base = device.sheet().row.info.base;
    device.cut();
    assert!(is_done(
        &device.save_at(points("Le carnet est plein. Bravo. Merci."), &base)
    ));
    // The relay comes back from a copy that knows the session alone.
    device.connect();
    let mut news = update(1);
    news.restart = true;
    news.docs = vec![log_update(vec![session])];
    device.hear(news);
    let refused = device.refused();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].code, ErrorCode::BaseLost);
    assert!(refused[0].text.contains("Merci"));
    assert_eq!(device.sheet().fields.points, "Le carnet est plein.");
}

#[test]
fn documents_of_an_earlier_version_say_what_their_records_were_read_from() {
    let mut device = Device::new();
    let id = device.expense(1, 100);
    let base = device.expenses()[0].info.base.clone();
    for ((store, _), row) in &mut device.disk {
        if store == crate::store::DOCS {
            let mut doc: crate::store::DocRow = crate::store::from_cbor(row).unwrap();
            doc.heads.clear();
            *row = crate::store::to_cbor(&doc);
        }
    }
    let mut device = device.reopen();
    assert_eq!(device.expenses()[0].info.base, base);
    assert!(is_done(&device.save_at(edit_amount(id, 200), &base)));
}
