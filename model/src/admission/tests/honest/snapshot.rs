//! What was accepted makes a trial and a snapshot.

use automerge::Automerge;

use super::super::fixture::*;
use crate::admission::Trial;
use crate::admission::snapshot::{self, Base};

#[test]
fn a_trial_and_a_snapshot_take_what_was_accepted() {
    let owner = owner();
    let mut phone = Phone::new(&owner, 11);
    let base = genesis();
    let mut start = Automerge::new();
    start.apply_changes([base]).unwrap();
    let start = start.save();
    let (first, second) = (phone.add_line(LINE), phone.splice(1, 1, "x"));
    let mut trial = Trial::new(Base::Snapshot(&start), &[&first]).unwrap();
    trial.apply(&[&second]).unwrap();
    let built = snapshot::build(Base::Snapshot(&start), &[&first, &second]).unwrap();
    assert_eq!(
        Automerge::load(&built.bytes).unwrap().get_heads(),
        phone.doc.get_heads()
    );
    assert_eq!(trial.ops(), built.ops);
    // A log with a hole: nothing comes of it.
    assert!(snapshot::build(Base::Snapshot(&start), &[&second]).is_err());
    // Not a change of this document: the trial is not used again.
    let (third, fourth) = (phone.splice(1, 1, "y"), phone.splice(1, 1, "z"));
    assert!(trial.apply(&[&fourth]).is_err());
    assert!(trial.apply(&[&third]).is_err());
}

#[test]
fn of_a_log_that_cannot_be_applied_what_comes_before_the_fault_is_kept() {
    let mut phone = Phone::new(&owner(), 11);
    let mut start = Automerge::new();
    start.apply_changes([genesis()]).unwrap();
    let start = start.save();
    let base = Base::Snapshot(&start);
    let mut log = vec![phone.add_line(LINE)];
    log.extend((0..20).map(|_| phone.splice(1, 1, "x")));
    for fault in 0..log.len() {
        let mut faulty: Vec<&[u8]> = log.iter().map(Vec::as_slice).collect();
        faulty.remove(fault);
        let good = snapshot::build_good(base, &faulty);
        assert_eq!(good.as_ref().map_or(0, |(count, _)| *count), fault.min(20));
        let built = snapshot::build(base, &faulty[..fault.min(20)]).unwrap();
        assert!(good.is_none_or(|(_, snapshot)| snapshot == built));
    }
}
