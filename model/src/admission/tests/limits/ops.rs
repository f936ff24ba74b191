//! How many operations there may be: at a key, at a character, in a document.

use automerge::transaction::Transactable;

use super::super::faults::started;
use super::super::fixture::*;
use crate::admission::Judgement;
use crate::error::ErrorCode;
use crate::limits::{CHANGE_OPS_MAX, DOC_OPS_MAX};

#[test]
fn a_key_is_written_twice_in_one_change_and_no_more() {
    let (index, owner, phone) = started();
    let line = phone.object(&["lines", LINE]);
    let times = |count: i64| {
        phone.clone().write(|tx| {
            for cents in 1..=count {
                tx.put(&line, "cents", cents).unwrap();
            }
        })
    };
    assert!(matches!(
        verdict(&index, &owner, &times(2)),
        Judgement::Accept(_)
    ));
    let cents = format!("lines/{LINE}/cents");
    refused(
        &verdict(&index, &owner, &times(3)),
        ErrorCode::TooManyOps,
        &cents,
    );
    // All that one change can hold, in a few hundred bytes.
    let coach = coach();
    let mut laptop = Phone::new(&coach, 12);
    laptop.doc.merge(&mut phone.doc.clone()).unwrap();
    let once = laptop.put(&["lines", LINE], "checked", true);
    let many = forged(&once, |change| {
        let op = change.operations[0].clone();
        change.operations = vec![op; CHANGE_OPS_MAX];
    });
    assert!(many.len() < 300, "{}", many.len());
    refused(
        &verdict(&index, &coach, &many),
        ErrorCode::TooManyOps,
        &format!("lines/{LINE}/checked"),
    );
}

#[test]
fn a_character_is_deleted_once_in_one_change() {
    let (index, owner, phone) = started();
    let once = phone.clone().splice(3, 1, "");
    let many = forged(&once, |change| {
        let op = change.operations[0].clone();
        change.operations = vec![op; CHANGE_OPS_MAX];
    });
    assert!(many.len() < 300, "{}", many.len());
    refused(
        &verdict(&index, &owner, &many),
        ErrorCode::BadShape,
        &format!("lines/{LINE}/note"),
    );
}

#[test]
fn a_long_report_is_written_deleted_and_written_again() {
    let (mut index, owner, mut phone) = started();
    let report = "Le carnet de commandes est plein. ".repeat(300);
    for raw in [
        phone.splice(0, 0, &report),
        phone.splice(0, 10_000, ""),
        phone.splice(0, 0, &report),
    ] {
        accept(&mut index, &owner, &raw);
    }
}

#[test]
fn a_document_of_too_many_operations_is_full() {
    let (mut index, owner, mut phone) = started();
    let piece = "z".repeat(CHANGE_OPS_MAX / 2);
    for _ in 0..DOC_OPS_MAX / CHANGE_OPS_MAX as u64 + 1 {
        let note = phone.object(&["lines", LINE, "note"]);
        let raw = phone.write(|tx| {
            tx.splice_text(&note, 0, 0, &piece).unwrap();
            tx.splice_text(&note, 0, piece.len() as isize, "").unwrap();
        });
        match verdict(&index, &owner, &raw) {
            Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
            other => return refused(&other, ErrorCode::DocFull, ""),
        }
    }
    panic!("the document never filled");
}
