//! Faults 72 to 91 of the list, at the judgement: each gets its code, and nothing is recorded.

use std::num::NonZeroU64;

use automerge::legacy::{ElementId, Key, ObjectId, OpType};
use automerge::transaction::Transactable;
use automerge::{ActorId, ObjType, ScalarValue};

use super::fixture::*;
use crate::admission::{DocIndex, Judgement, commit_hash};
use crate::error::ErrorCode;
use crate::ids::MemberId;
use crate::limits::{CHANGE_BYTES_MAX, CHANGE_OPS_MAX, DOC_BYTES_MAX, TEXT_BYTES_MAX};

/// A document with one line, and the owner's phone that wrote it.
pub(super) fn started() -> (DocIndex, Person, Phone) {
    let (mut index, owner) = (index(), owner());
    let mut phone = Phone::new(&owner, 11);
    accept(&mut index, &owner, &phone.add_line(LINE));
    (index, owner, phone)
}

#[track_caller]
fn refuses(raw: &[u8], code: ErrorCode, path: &str) {
    let (index, owner, _) = started();
    refused(&verdict(&index, &owner, raw), code, path);
}

#[track_caller]
fn refuses_forged(code: ErrorCode, path: &str, edit: impl FnOnce(&mut automerge::ExpandedChange)) {
    let (_, _, mut phone) = started();
    let raw = phone.put(&["lines", LINE], "cents", 7);
    refuses(&forged(&raw, edit), code, path);
}

fn honest() -> Vec<u8> {
    started().2.put(&["lines", LINE], "cents", 7)
}

#[test]
fn f72_other_chunks_are_refused_before_anything_is_inflated() {
    let raw = honest();
    for kind in [0, 2, 3, 4, 255] {
        refuses(&sealed(kind, contents(&raw)), ErrorCode::BadChunk, "");
    }
    let document = started().2.doc.save();
    refuses(&document, ErrorCode::BadChunk, "");
    // The action column (66) flagged as deflated (74).
    let flagged: Vec<u8> = contents(&raw)
        .iter()
        .map(|byte| if *byte == 66 { 74 } else { *byte })
        .collect();
    refuses(&sealed(1, &flagged), ErrorCode::BadChunk, "");
    refuses(&[], ErrorCode::BadChunk, "");
    refuses(&vec![0; CHANGE_BYTES_MAX + 1], ErrorCode::TooBig, "");
}

#[test]
fn f73_a_few_bytes_that_claim_a_million_operations_are_refused_by_the_prescan() {
    let (_, _, mut phone) = started();
    let note = phone.object(&["lines", LINE, "note"]);
    let long = "a".repeat(CHANGE_OPS_MAX + 1);
    let many = phone.write(|tx| tx.splice_text(&note, 0, 0, &long).unwrap());
    refuses(&many, ErrorCode::TooManyOps, "");
    // One row's columns, each made a run: the counts say a million, the bytes stay few.
    let raw = honest();
    let action_run = [0xc0, 0x84, 0x3d, 1];
    let spliced = with_column(&raw, 66, &action_run);
    refuses(&spliced, ErrorCode::TooManyOps, "");
    let endless = [0x80, 0x80, 0x80, 0x80, 0x10, 1];
    refuses(&with_column(&raw, 66, &endless), ErrorCode::TooManyOps, "");
}

/// The change with the one-row columns made endless and the action column replaced.
fn with_column(raw: &[u8], column: u8, data: &[u8]) -> Vec<u8> {
    let contents = contents(raw);
    let table = contents
        .windows(3)
        .position(|bytes| bytes == [1, 2, 2])
        .unwrap();
    let count = contents[table - 1] as usize;
    let (mut head, mut body) = (contents[..table].to_vec(), Vec::new());
    let mut data_at = table + 2 * count;
    for pair in contents[table..data_at].chunks(2) {
        let len = pair[1] as usize;
        let old = &contents[data_at..data_at + len];
        data_at += len;
        let new = match pair[0] {
            c if c == column => data.to_vec(),
            52 => vec![0xc0, 0x84, 0x3d],
            // A stretch of one value becomes a run of a million.
            _ if old[0] == 0x7f => [&[0xc0, 0x84, 0x3d], &old[1..]].concat(),
            _ => old.to_vec(),
        };
        head.extend([pair[0], new.len() as u8]);
        body.extend(new);
    }
    head.extend(body);
    head.extend(&contents[data_at..]);
    sealed(1, &head)
}

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

#[test]
fn f76_a_first_operation_that_is_not_the_next_is_refused() {
    for start in [1, 3, 1_000_000, u64::from(u32::MAX), 1 << 40] {
        refuses_forged(ErrorCode::BadStartOp, "", |change| {
            change.start_op = NonZeroU64::new(start).unwrap();
        });
    }
}

#[test]
fn f77_a_sequence_that_does_not_follow_is_refused_and_reuse_is_a_fork() {
    refuses_forged(ErrorCode::BadSeq, "", |change| change.seq = 0);
    refuses_forged(ErrorCode::BadSeq, "", |change| change.seq = 3);
    let (mut index, owner, mut phone) = started();
    let mut clone = phone.clone();
    let mine = phone.put(&["lines", LINE], "cents", 1);
    accept(&mut index, &owner, &mine);
    assert!(matches!(
        verdict(&index, &owner, &mine),
        Judgement::Duplicate
    ));
    let other = clone.put(&["lines", LINE], "cents", 2);
    refused(&verdict(&index, &owner, &other), ErrorCode::Fork, "");
    // The next one of the clone needs what was refused.
    let next = clone.put(&["lines", LINE], "cents", 3);
    assert!(
        matches!(verdict(&index, &owner, &next), Judgement::Need(deps) if deps == [commit_hash(&other)])
    );
}

#[test]
fn f78_the_actor_of_another_device_or_of_another_length_is_refused() {
    let (index, _, mut phone) = started();
    let coach = coach();
    let raw = phone.put(&["lines", LINE], "cents", 7);
    refused(&verdict(&index, &coach, &raw), ErrorCode::BadActor, "");
    for actor in [vec![], vec![1], vec![11; 17], vec![11; 60_000]] {
        refuses_forged(ErrorCode::BadActor, "", |change| {
            change.actor_id = ActorId::from(actor);
            change.operations[0].pred = Vec::new().into();
        });
    }
    refuses_forged(ErrorCode::BadActor, "", |change| {
        change.operations[0].pred =
            vec![automerge::legacy::OpId(3, ActorId::from([9u8; 3]))].into();
    });
}

#[test]
fn f79_a_foreign_missing_or_repeated_author_is_refused() {
    let (index, owner) = (index(), owner());
    let raw = Phone::new(&stranger(), 11).put(&[], "title", "x");
    refused(&verdict(&index, &owner, &raw), ErrorCode::BadAuthor, "");
    let raw = Phone::new(&owner, 11).put(&[], "title", "x");
    let footer = |bytes: &[u8]| [&[1, bytes.len() as u8], bytes].concat();
    let owner_id = owner.grants.member.as_bytes().as_slice();
    for (extra, code) in [
        (vec![], ErrorCode::BadAuthor),
        (footer(MemberId::RELAY.as_bytes()), ErrorCode::BadAuthor),
        (footer(&[10; 15]), ErrorCode::BadAuthor),
        (
            [footer(owner_id), footer(owner_id)].concat(),
            ErrorCode::BadChunk,
        ),
        ([footer(owner_id), vec![0]].concat(), ErrorCode::BadChunk),
        (vec![2, 0], ErrorCode::BadChunk),
        (vec![1, 200], ErrorCode::BadChunk),
    ] {
        let raw = forged(&raw, |change| change.extra_bytes = extra);
        refused(&verdict(&index, &owner, &raw), code, "");
    }
    refuses_forged(ErrorCode::BadAuthor, "", |change| {
        change.extra_bytes = footer(owner_id)
    });
    refuses_forged(ErrorCode::BadChunk, "", |change| {
        change.extra_bytes = vec![0]
    });
    refuses_forged(ErrorCode::BadChunk, "", |change| {
        change.message = Some("hello".into())
    });
}

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
fn f83_a_wrong_checksum_or_another_spelling_is_refused() {
    let raw = honest();
    let mut wrong = raw.clone();
    wrong[5] ^= 1;
    refuses(&wrong, ErrorCode::BadChunk, "");
    let longer = [contents(&raw), &[0]].concat();
    refuses(&sealed(1, &longer), ErrorCode::BadChunk, "");
    let mut padded = raw.clone();
    padded.push(0);
    refuses(&padded, ErrorCode::BadChunk, "");
    // The number of dependencies in two bytes instead of one.
    let body = contents(&raw);
    let spelled = [&[body[0] | 0x80, 0], &body[1..]].concat();
    refuses(&sealed(1, &spelled), ErrorCode::BadChunk, "");
    for cut in 0..raw.len() {
        refuses(&raw[..cut], ErrorCode::BadChunk, "");
    }
}

#[test]
fn f84_dependencies_that_are_none_too_many_or_repeated_are_refused() {
    refuses_forged(ErrorCode::BadDeps, "", |change| change.deps.clear());
    refuses_forged(ErrorCode::BadDeps, "", |change| {
        change.deps.push(change.deps[0]);
    });
    refuses_forged(ErrorCode::BadDeps, "", |change| {
        change
            .deps
            .extend((0..100).map(|n| automerge::ChangeHash([n; 32])));
    });
    // Not on top of the session's own previous change.
    refuses_forged(ErrorCode::BadDeps, "", |change| {
        change.deps = vec![genesis().hash()]
    });
}

#[test]
fn f85_orphans_are_answered_with_what_they_need() {
    let (index, owner, mut phone) = started();
    let parent = phone.put(&["lines", LINE], "cents", 1);
    let orphan = phone.put(&["lines", LINE], "cents", 2);
    for _ in 0..3 {
        assert!(matches!(
            verdict(&index, &owner, &orphan),
            Judgement::Need(deps) if deps == [commit_hash(&parent)]
        ));
    }
    assert_eq!(index.changes_count(), 2);
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
