//! Fault 75: what an operation refers to is not there, or not in sight.

use std::num::NonZeroU64;

use automerge::legacy::{ElementId, Key, ObjectId};

use super::super::fixture::*;
use super::{refuses_forged, started};
use crate::admission::Judgement;
use crate::error::ErrorCode;

#[test]
fn f75_references_to_what_is_not_there_are_refused() {
    let line = format!("lines/{LINE}");
    let cents = format!("{line}/cents");
    let note = format!("{line}/note");
    refuses_forged(ErrorCode::BadShape, "", |change| {
        change.operations[0].obj = ObjectId::Id(op_id(999, 11));
    });
    refuses_forged(ErrorCode::BadShape, "", |change| {
        change.operations[0].obj = ObjectId::Id(op_id(1, 77));
    });
    // A predecessor that is nothing, that comes later, that is of another place.
    for pred in [op_id(999, 11), op_id(2, 77), op_id(6, 11), op_id(4, 11)] {
        refuses_forged(ErrorCode::BadShape, &cents, |change| {
            change.operations[0].pred = vec![pred].into();
        });
    }
    refuses_forged(ErrorCode::BadShape, &line, |change| {
        change.operations[0].key = Key::Seq(ElementId::Head);
    });
    let (index, owner, mut phone) = started();
    let insert = phone.splice(1, 0, "x");
    for element in [op_id(999, 11), op_id(5, 11), op_id(7, 1)] {
        let raw = forged(&insert, |change| {
            change.operations[0].key = Key::Seq(ElementId::Id(element));
        });
        refused(&verdict(&index, &owner, &raw), ErrorCode::BadShape, &note);
    }
    let raw = forged(&insert, |change| change.operations[0].insert = false);
    refused(&verdict(&index, &owner, &raw), ErrorCode::BadShape, &note);
    let raw = forged(&insert, |change| {
        change.operations[0].key = Key::Map("a".into())
    });
    refused(&verdict(&index, &owner, &raw), ErrorCode::BadShape, &note);
}

#[test]
fn f75_what_is_known_but_not_seen_may_not_be_referred_to() {
    let (mut index, owner, phone) = started();
    let (mut left, coach) = (phone.clone(), coach());
    let mut right = Phone::new(&coach, 12);
    right.doc.apply_changes(phone.doc.get_changes(&[])).unwrap();
    let raw = left.put(&["lines", LINE], "cents", 1);
    accept(&mut index, &owner, &raw);
    let unseen = right.put(&["lines", LINE], "cents", 2);
    assert!(matches!(
        verdict(&index, &coach, &unseen),
        Judgement::Accept(_)
    ));
    let start = automerge::Change::from_bytes(raw).unwrap().start_op().get();
    let raw = forged(&unseen, |change| {
        change.start_op = NonZeroU64::new(start).unwrap();
        change.operations[0].pred = vec![op_id(start, 11)].into();
    });
    let cents = format!("lines/{LINE}/cents");
    refused(&verdict(&index, &coach, &raw), ErrorCode::BadShape, &cents);
}
