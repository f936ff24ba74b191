//! What real phones write is taken, whoever writes and in whatever order it arrives.

use automerge::transaction::Transactable;
use automerge::{Automerge, Change};

use super::fixture::*;
use crate::admission::snapshot::{self, Base};
use crate::admission::{Judgement, Parsed, Trial, check_rules};
use crate::error::ErrorCode;
use crate::ids::CommitHash;

#[test]
fn a_day_of_honest_work_is_accepted() {
    let (owner, coach) = (owner(), coach());
    let mut index = index();
    let mut phone = Phone::new(&owner, 11);
    let mut laptop = Phone::new(&coach, 12);
    let first = phone.add_line(LINE);
    accept(&mut index, &owner, &first);
    laptop.take(&first);
    // Both write without seeing each other, twice, then meet.
    let theirs = [
        laptop.put(&["lines", LINE], "checked", true),
        laptop.splice(4, 2, "de"),
    ];
    let mine = [
        phone.put(&["lines", LINE], "cents", 990),
        phone.splice(0, 1, "Bel é"),
        phone.delete(&["lines", LINE], "kind"),
    ];
    for raw in &theirs {
        accept(&mut index, &coach, raw);
    }
    for raw in &mine {
        accept(&mut index, &owner, raw);
        laptop.take(raw);
    }
    theirs.iter().for_each(|raw| phone.take(raw));
    let last = [
        phone.put(&[], "title", "Céramique"),
        phone.delete(&["lines"], LINE),
    ];
    for raw in &last {
        accept(&mut index, &owner, raw);
        assert!(matches!(
            check_rules(&index, &owner.grants, raw),
            Judgement::Duplicate
        ));
    }
    let heads: Vec<_> = phone
        .doc
        .get_heads()
        .iter()
        .map(|hash| CommitHash(hash.0))
        .collect();
    assert_eq!(index.heads().collect::<Vec<_>>(), heads);
}

#[test]
fn an_index_replayed_from_the_log_judges_alike() {
    let owner = owner();
    let mut phone = Phone::new(&owner, 11);
    let mut index = index();
    let log = [
        phone.add_line(LINE),
        phone.splice(3, 1, "x"),
        phone.put(&[], "title", "a"),
    ];
    let mut replayed = super::fixture::index();
    for raw in &log {
        accept(&mut index, &owner, raw);
        let hash = crate::admission::commit_hash(raw);
        replayed
            .replay(raw.clone(), hash, Some(owner.device))
            .unwrap();
    }
    assert_eq!(index.ops_count(), replayed.ops_count());
    assert_eq!(index.changes_bytes(), replayed.changes_bytes());
    let next = phone.splice(0, 2, "Un é");
    for index in [&index, &replayed] {
        assert!(matches!(
            verdict(index, &owner, &next),
            Judgement::Accept(_)
        ));
    }
}

#[test]
fn a_verdict_older_than_the_index_is_not_recorded() {
    let owner = owner();
    let mut index = index();
    let first = Phone::new(&owner, 11).add_line(LINE);
    let second = Phone::new(&owner, 12).add_line(OTHER_LINE);
    let Judgement::Accept(late) = verdict(&index, &owner, &second) else {
        panic!("an honest change was not accepted");
    };
    accept(&mut index, &owner, &first);
    assert!(index.record(&late).is_err());
    accept(&mut index, &owner, &second);
}

#[test]
fn our_reading_and_automerges_agree() {
    let owner = owner();
    let mut phone = Phone::new(&owner, 11);
    for raw in [
        phone.add_line(LINE),
        phone.splice(2, 3, "à"),
        phone.delete(&["lines"], LINE),
    ] {
        let change = Change::from_bytes(raw.clone()).unwrap();
        let parsed = Parsed::scan(raw).unwrap();
        assert_eq!(parsed.hash().0, change.hash().0);
        assert_eq!(parsed.actor()[..], change.actor_id().to_bytes()[..]);
        assert_eq!(parsed.seq(), change.seq());
        assert_eq!(parsed.start_op(), change.start_op().get());
        assert_eq!(parsed.max_op(), change.max_op());
        assert_eq!(parsed.ops_count(), change.len());
        assert_eq!(parsed.time(), change.timestamp());
        assert_eq!(
            parsed.author().map(|author| author.as_bytes().to_vec()),
            change.author().map(|author| author.as_bytes().to_vec())
        );
    }
}

#[test]
fn changes_in_many_shapes_read_in_their_one_form() {
    let owner = owner();
    let mut phone = Phone::new(&owner, 11);
    let mut index = index();
    let mut other = Phone::new(&coach(), 9);
    let mut state = 7u64;
    let mut next = |bound: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    let first = phone.add_line(LINE);
    accept(&mut index, &owner, &first);
    other.take(&first);
    for round in 0..150 {
        let (person, writer) = if next(3) == 0 {
            (coach(), &mut other)
        } else {
            (super::fixture::owner(), &mut phone)
        };
        let line = writer.object(&["lines", LINE]);
        let note = writer.object(&["lines", LINE, "note"]);
        let raw = writer.write(|tx| {
            for turn in 0..=next(12) {
                match next(5) {
                    // Twice at most in one change.
                    0 if turn < 2 => tx.put(&line, "cents", next(1_000_000) as i64).unwrap(),
                    1 if turn < 2 => tx
                        .put(&line, "kind", ["cash", "card"][next(2) as usize])
                        .unwrap(),
                    2 => tx.splice_text(&note, 0, next(2) as isize, "éà𝄞").unwrap(),
                    3 => tx.splice_text(&note, next(3) as usize, 1, "").unwrap(),
                    _ => tx
                        .splice_text(&note, 1, 0, &"z".repeat(next(9) as usize + 1))
                        .unwrap(),
                }
            }
        });
        // Nothing changed, nothing committed: what comes back is the change before.
        if !index.knows(&crate::admission::commit_hash(&raw)) {
            accept(&mut index, &person, &raw);
        }
        if round % 3 == 0 {
            let (a, b) = (phone.doc.clone(), other.doc.clone());
            phone.doc.merge(&mut b.clone()).unwrap();
            other.doc.merge(&mut a.clone()).unwrap();
        }
    }
}

#[test]
fn the_second_phone_to_make_the_same_map_is_asked_to_do_it_again() {
    let owner = owner();
    let mut index = index();
    accept(&mut index, &owner, &Phone::new(&owner, 11).add_line(LINE));
    let late = Phone::new(&owner, 12).add_line(LINE);
    refused(
        &verdict(&index, &owner, &late),
        ErrorCode::AlreadyMade,
        &format!("lines/{LINE}"),
    );
}

#[test]
fn a_map_taken_out_may_be_made_again_but_not_hidden_by_a_late_delete() {
    let owner = owner();
    let mut index = index();
    let mut phone = Phone::new(&owner, 11);
    let mut tablet = Phone::new(&owner, 12);
    let made = phone.add_line(LINE);
    tablet.take(&made);
    let late_delete = tablet.delete(&["lines"], LINE);
    for raw in [
        &made,
        &phone.delete(&["lines"], LINE),
        &phone.add_line(LINE),
        &late_delete,
    ] {
        accept(&mut index, &owner, raw);
    }
    let again = Phone::new(&owner, 13).add_line(LINE);
    refused(
        &verdict(&index, &owner, &again),
        ErrorCode::AlreadyMade,
        &format!("lines/{LINE}"),
    );
}

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
