//! Two sentences about one fact.

use super::coach::points;
use super::{is_done, with_session};
use crate::api::Intent;
use crate::replica::tests::device::Device;

#[test]
fn two_sentences_about_one_fact_are_marked_to_read_again() {
    let was = "Le carnet est plein.";
    let (mut device, mut coach) = with_session(was);
    let base = device.sheet().row.info.base;
    let theirs = coach.make(&points(&format!("{was} Hausse de 8 %.")));
    device.hear_log(2, vec![theirs]);
    device.pass(60_000);
    assert_eq!(device.rereads(), []);
    assert!(is_done(
        &device.save_at(points(&format!("{was} On monte de 5 %.")), &base)
    ));
    let marks = device.rereads();
    assert_eq!(marks.len(), 1);
    assert_eq!(marks[0].field, "points");
    assert!(marks[0].may_settle);
    let said: Vec<_> = marks[0]
        .versions
        .iter()
        .map(|it| (it.mine, &*it.text))
        .collect();
    assert_eq!(
        said,
        [
            (false, "Le carnet est plein. Hausse de 8 %."),
            (true, "Le carnet est plein. On monte de 5 %."),
        ]
    );
    assert_eq!(device.sync().rereads, 1);
    let mut device = device.reopen();
    assert_eq!(device.rereads(), marks, "kept");
    let ours = device.pending();
    // Whoever receives it, from the start or bit by bit, has the same mark.
    for change in &ours {
        coach.hear(change.clone());
    }
    let mut fresh = Device::open(Default::default(), 5);
    fresh.connect();
    let all = coach.doc.get_changes(&[]);
    let all = all.iter().skip(1).map(|change| change.raw_bytes().to_vec());
    fresh.hear_log(1, all.collect());
    assert_eq!(fresh.rereads()[0].versions.len(), 2);
    device.pass(60_000);
    let read = device.dispatch(Intent::Reread {
        reread: marks[0].id.clone(),
    });
    assert!(is_done(&read), "{read:?}");
    assert_eq!(device.rereads(), []);
    assert_eq!(device.sync().rereads, 0);
    fresh.hear_log(2, vec![device.pending().pop().unwrap()]);
    assert_eq!(fresh.rereads(), [], "somebody read it: nobody else has to");
}
