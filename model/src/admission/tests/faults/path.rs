//! Faults 74 and 87: places that no document has.

use automerge::ObjType;
use automerge::transaction::Transactable;

use super::super::fixture::*;
use super::{refuses, started};
use crate::admission::Judgement;
use crate::error::ErrorCode;

#[test]
fn f74_a_tower_of_maps_is_a_bad_path() {
    let raw = started().2.write(|tx| {
        let mut object = tx
            .put_object(automerge::ROOT, "deep", ObjType::Map)
            .unwrap();
        for _ in 0..300 {
            object = tx.put_object(&object, "deep", ObjType::Map).unwrap();
        }
    });
    refuses(&raw, ErrorCode::BadPath, "deep");
}

#[test]
fn f87_keys_of_another_form_are_no_path() {
    let owner = owner();
    for key in ["../../etc", "", "01arz3ndektsv4rrffq69g5fav", "\u{0}"] {
        let raw = Phone::new(&owner, 11).write(|tx| {
            use automerge::ReadDoc;
            let lines = tx.get(automerge::ROOT, "lines").unwrap().unwrap().1;
            tx.put_object(&lines, key, ObjType::Map).unwrap();
        });
        match verdict(&index(), &owner, &raw) {
            Judgement::Refuse(refusal) => assert_eq!(refusal.code, ErrorCode::BadPath),
            other => panic!("{key:?}: {other:?}"),
        }
    }
}
