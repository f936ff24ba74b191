//! A list of operations is allowed if and only if each of them is.

use automerge::legacy::{Key, ObjectId};

use super::fixture::*;
use crate::admission::Judgement;
use crate::error::ErrorCode;

/// Every combination of four scalars, each allowed or not on its own, in one change.
#[test]
fn a_change_is_allowed_if_and_only_if_each_operation_is() {
    let choices: [&[(&str, &str, automerge::ScalarValue)]; 4] = [
        &[("", "title", "a".into()), ("", "title", 4.into())],
        &[("line", "cents", 5.into()), ("line", "cents", (-5).into())],
        &[
            ("line", "kind", "card".into()),
            ("line", "kind", "gold".into()),
        ],
        &[
            ("line", "date", "2026-11-22".into()),
            ("line", "checked", true.into()),
        ],
    ];
    let owner = owner();
    let mut index = index();
    let mut phone = Phone::new(&owner, 11);
    accept(&mut index, &owner, &phone.add_line(LINE));
    let line = phone.object(&["lines", LINE]);
    let allowed = |ops: &[&(&str, &str, automerge::ScalarValue)]| {
        use automerge::transaction::Transactable;
        let raw = phone.clone().write(|tx| {
            for (object, key, value) in ops {
                let object = if object.is_empty() {
                    &automerge::ROOT
                } else {
                    &line
                };
                tx.put(object, *key, value.clone()).unwrap();
            }
        });
        matches!(verdict(&index, &owner, &raw), Judgement::Accept(_))
    };
    for picked in 0..16usize {
        let ops: Vec<_> = (0..4).map(|n| &choices[n][picked >> n & 1]).collect();
        let each = ops.iter().all(|op| allowed(&[op]));
        assert_eq!(allowed(&ops), each, "{picked:04b}");
        let backwards: Vec<_> = ops.iter().rev().copied().collect();
        assert_eq!(allowed(&backwards), each, "{picked:04b} backwards");
    }
}

#[test]
fn the_author_decides_and_the_nearest_key_names_the_person() {
    let (owner, coach, stranger) = (owner(), coach(), stranger());
    let mut index = index();
    let mut phone = Phone::new(&owner, 11);
    let line = phone.add_line(LINE);
    accept(&mut index, &owner, &line);
    let after = |person: &Person, actor| {
        let mut phone = Phone::new(person, actor);
        phone.take(&line);
        phone
    };
    let raw = after(&coach, 12).put(&["lines", LINE], "checked", true);
    assert!(matches!(
        verdict(&index, &coach, &raw),
        Judgement::Accept(_)
    ));
    let path = format!("lines/{LINE}/checked");
    let raw = phone.clone().put(&["lines", LINE], "checked", true);
    refused(&verdict(&index, &owner, &raw), ErrorCode::Forbidden, &path);
    let raw = after(&stranger, 13).splice(0, 0, "x");
    let note = format!("lines/{LINE}/note");
    refused(
        &verdict(&index, &stranger, &raw),
        ErrorCode::Forbidden,
        &note,
    );
    for (person, code) in [(&coach, None), (&owner, Some(ErrorCode::Forbidden))] {
        let mut phone = after(person, 14);
        let name = coach.grants.member.to_string();
        let raw = phone.write(|tx| {
            use automerge::transaction::Transactable;
            let people = phone_people(tx);
            let map = tx
                .put_object(&people, name.clone(), automerge::ObjType::Map)
                .unwrap();
            tx.put(&map, "at", "2026-11-22T10:00:00Z").unwrap();
        });
        match code {
            None => assert!(matches!(
                verdict(&index, person, &raw),
                Judgement::Accept(_)
            )),
            Some(code) => refused(
                &verdict(&index, person, &raw),
                code,
                &format!("people/{name}"),
            ),
        }
    }
}

fn phone_people(tx: &automerge::transaction::Transaction<'_>) -> automerge::ObjId {
    use automerge::ReadDoc;
    tx.get(automerge::ROOT, "people").unwrap().unwrap().1
}

#[test]
fn a_refusal_shows_a_hostile_key_without_its_tricks() {
    let owner = owner();
    let raw = Phone::new(&owner, 11).put(&[], "tit\u{202e}le", "x");
    refused(
        &verdict(&index(), &owner, &raw),
        ErrorCode::BadPath,
        "tit\u{fffd}le",
    );
    let raw = Phone::new(&owner, 11).put(&[], &"k".repeat(60_000), "x");
    match verdict(&index(), &owner, &raw) {
        Judgement::Refuse(refusal) => assert!(refusal.path.len() < 200),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_genesis_made_is_nobodys_to_write() {
    let owner = owner();
    let raw = Phone::new(&owner, 11).delete(&[], "lines");
    refused(
        &verdict(&index(), &owner, &raw),
        ErrorCode::Forbidden,
        "lines",
    );
    let raw = Phone::new(&owner, 11).put(&[], "lines", "mine");
    refused(
        &verdict(&index(), &owner, &raw),
        ErrorCode::Forbidden,
        "lines",
    );
    let raw = forged(
        &Phone::new(&owner, 11).put(&[], "title", "mine"),
        |change| {
            change.operations[0].obj = ObjectId::Root;
            change.operations[0].key = Key::Map("relay".into());
        },
    );
    refused(
        &verdict(&index(), &owner, &raw),
        ErrorCode::Forbidden,
        "relay",
    );
}
