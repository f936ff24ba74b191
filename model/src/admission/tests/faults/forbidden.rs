//! Fault 80: writing where the rules do not let the member write.

use automerge::ObjType;
use automerge::transaction::Transactable;

use super::super::fixture::*;
use super::started;
use crate::error::ErrorCode;

#[test]
fn f80_a_forbidden_field_may_not_be_touched_in_any_way() {
    let (index, owner, phone) = started();
    let checked = format!("lines/{LINE}/checked");
    let line = phone.object(&["lines", LINE]);
    let written_then_taken_back = phone.clone().write(|tx| {
        tx.put(&line, "cents", 3).unwrap();
        tx.put(&line, "checked", true).unwrap();
        tx.delete(&line, "checked").unwrap();
    });
    refused(
        &verdict(&index, &owner, &written_then_taken_back),
        ErrorCode::Forbidden,
        &checked,
    );
    let deleted = phone.clone().delete(&["lines", LINE], "cents");
    let cents = format!("lines/{LINE}/cents");
    refused(
        &verdict(&index, &owner, &deleted),
        ErrorCode::Forbidden,
        &cents,
    );
    let relay = phone.clone().put(&["relay"], "number", "2026-001");
    refused(
        &verdict(&index, &owner, &relay),
        ErrorCode::Forbidden,
        "relay/number",
    );
    let replaced = phone.clone().write(|tx| {
        tx.put_object(&line, "note", ObjType::Text).unwrap();
    });
    let note = format!("lines/{LINE}/note");
    refused(
        &verdict(&index, &owner, &replaced),
        ErrorCode::AlreadyMade,
        &note,
    );
}

#[test]
fn f80_a_write_meant_to_lose_a_conflict_is_judged_like_any_other() {
    let (mut index, owner, mut phone) = started();
    let coach = coach();
    let mut laptop = Phone::new(&coach, 12);
    laptop
        .doc
        .apply_changes(phone.doc.get_changes(&[]))
        .unwrap();
    for n in 0..3 {
        accept(
            &mut index,
            &coach,
            &laptop.put(&["lines", LINE], "checked", n == 1),
        );
    }
    let loser = phone.put(&["lines", LINE], "checked", true);
    refused(
        &verdict(&index, &owner, &loser),
        ErrorCode::Forbidden,
        &format!("lines/{LINE}/checked"),
    );
}
