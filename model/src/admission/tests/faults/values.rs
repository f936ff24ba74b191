//! Faults 81, 82 and 91: values, actions and sizes.

use automerge::legacy::OpType;
use automerge::transaction::Transactable;
use automerge::{ObjType, ScalarValue};

use super::super::fixture::*;
use super::{refuses_forged, started};
use crate::admission::Judgement;
use crate::error::ErrorCode;
use crate::limits::{DOC_BYTES_MAX, TEXT_BYTES_MAX};

#[test]
fn f81_a_value_of_the_wrong_type_size_or_form_is_refused() {
    let (index, owner, phone) = started();
    let cases: [(&str, ScalarValue); 13] = [
        ("cents", (-1).into()),
        ("cents", 1_000_001.into()),
        ("cents", 5u64.into()),
        ("cents", f64::NAN.into()),
        ("cents", "12".into()),
        ("cents", ScalarValue::Null),
        ("cents", ScalarValue::Timestamp(5)),
        ("cents", ScalarValue::Bytes(vec![1])),
        ("date", "2026-02-30".into()),
        ("kind", "gold".into()),
        ("kind", "cash\u{0}".into()),
        ("kind", true.into()),
        ("note", "a string where a text stands".into()),
    ];
    for (key, value) in cases {
        let raw = phone.clone().put(&["lines", LINE], key, value.clone());
        refused(
            &verdict(&index, &owner, &raw),
            ErrorCode::BadValue,
            &format!("lines/{LINE}/{key}"),
        );
    }
    let note = format!("lines/{LINE}/note");
    for text in ["\u{202e}", "\u{0}", "\r"] {
        let raw = phone.clone().splice(0, 0, text);
        refused(&verdict(&index, &owner, &raw), ErrorCode::BadValue, &note);
    }
    let raw = phone.clone().write(|tx| {
        let line = phone.object(&["lines", LINE]);
        tx.put_object(&line, "cents", ObjType::Map).unwrap();
    });
    refused(
        &verdict(&index, &owner, &raw),
        ErrorCode::BadValue,
        &format!("lines/{LINE}/cents"),
    );
}

#[test]
fn f81_a_text_has_a_size_and_deleting_makes_room() {
    let (mut index, owner, phone) = started();
    let text = phone.object(&["lines", LINE, "note"]);
    // Few long characters, so that the test is quick: the limit counts bytes.
    let piece = "é".repeat(TEXT_BYTES_MAX / 4);
    let mut phone = phone;
    let fill = phone.write(|tx| tx.insert(&text, 0, piece.as_str()).unwrap());
    accept(&mut index, &owner, &fill);
    let mut over = phone.clone();
    let raw = over.write(|tx| tx.insert(&text, 0, piece.as_str()).unwrap());
    refused(
        &verdict(&index, &owner, &raw),
        ErrorCode::BadValue,
        &format!("lines/{LINE}/note"),
    );
    let raw = phone.write(|tx| {
        tx.delete(&text, 0).unwrap();
        tx.insert(&text, 0, piece.as_str()).unwrap();
    });
    accept(&mut index, &owner, &raw);
}

#[test]
fn f82_marks_counters_lists_and_unknown_actions_are_refused() {
    let (index, owner, phone) = started();
    let line = phone.object(&["lines", LINE]);
    let note = phone.object(&["lines", LINE, "note"]);
    let counter = phone
        .clone()
        .put(&["lines", LINE], "cents", ScalarValue::counter(3));
    refused(&verdict(&index, &owner, &counter), ErrorCode::BadShape, "");
    let list = phone.clone().write(|tx| {
        tx.put_object(&line, "note", ObjType::List).unwrap();
    });
    refused(&verdict(&index, &owner, &list), ErrorCode::BadShape, "");
    let mark = phone.clone().write(|tx| {
        use automerge::marks::{ExpandMark, Mark};
        tx.mark(
            &note,
            Mark::new("bold".into(), true, 0, 3),
            ExpandMark::Both,
        )
        .unwrap();
    });
    refused(&verdict(&index, &owner, &mark), ErrorCode::BadShape, "");
    refuses_forged(ErrorCode::BadShape, "", |change| {
        change.operations[0].action = OpType::Increment(1);
    });
    refuses_forged(ErrorCode::BadShape, "", |change| change.operations.clear());
}

#[test]
fn f91_a_document_at_its_limit_is_full() {
    let (mut index, owner, mut phone) = started();
    let text = phone.object(&["lines", LINE, "note"]);
    let piece = "z".repeat(60_000);
    for _ in 0..DOC_BYTES_MAX / 60_000 + 1 {
        let raw = phone.write(|tx| {
            tx.insert(&text, 0, piece.as_str()).unwrap();
            tx.delete(&text, 0).unwrap();
        });
        match verdict(&index, &owner, &raw) {
            Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
            other => return refused(&other, ErrorCode::DocFull, ""),
        }
    }
    panic!("the document never filled");
}
