//! What phones write in a day, in all its shapes.

use automerge::Change;
use automerge::transaction::Transactable;

use super::super::fixture::*;
use crate::admission::{Judgement, Parsed, check_rules};
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
            (super::super::fixture::owner(), &mut phone)
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
