//! Few bytes may not become much work: for the relay, for a phone that loads the document, for whoever writes next.

use automerge::transaction::Transactable;

use super::faults::started;
use super::fixture::*;
use crate::admission::Judgement;
use crate::error::ErrorCode;
use crate::limits::{
    CHANGE_OPS_MAX, DEVICE_SESSIONS_MAX, DOC_CHANGES_BY_SESSIONS_MAX, DOC_OPS_MAX, HEADS_MAX,
    HORIZON_CHANGES_MAX, SLOT_VALUES_MAX,
};

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

/// The name of a line made by a session of its own.
fn line(number: usize) -> String {
    crate::ids::Ulid([number as u8; 16]).to_string()
}

#[test]
fn changes_that_know_nothing_of_each_other_are_few_and_the_next_one_meets_them_all() {
    let (mut index, owner, mut honest) = started();
    for number in 1..HEADS_MAX {
        let raw = Phone::new(&owner, 100 + number as u8).add_line(&line(number));
        accept(&mut index, &owner, &raw);
        honest.take(&raw);
    }
    assert_eq!(index.heads().count(), HEADS_MAX);
    let one_more = Phone::new(&owner, 99).add_line(&line(99));
    refused(&verdict(&index, &owner, &one_more), ErrorCode::BadDeps, "");
    accept(&mut index, &owner, &honest.put(&[], "title", "together"));
    assert_eq!(index.heads().count(), 1);
    accept(&mut index, &owner, &one_more);
}

#[test]
fn values_written_apart_are_few_and_the_next_one_replaces_them_all() {
    let (mut index, owner, mut honest) = started();
    let coach = coach();
    let before = honest.clone();
    let apart = |actor| {
        let mut phone = Phone::new(&coach, actor);
        phone.doc.merge(&mut before.doc.clone()).unwrap();
        phone.put(&["lines", LINE], "cents", i64::from(actor))
    };
    // The one that stands is replaced by the first of them.
    for number in 0..SLOT_VALUES_MAX as u8 {
        let raw = apart(100 + number);
        accept(&mut index, &coach, &raw);
        honest.take(&raw);
    }
    let cents = format!("lines/{LINE}/cents");
    refused(
        &verdict(&index, &coach, &apart(99)),
        ErrorCode::AlreadyMade,
        &cents,
    );
    accept(
        &mut index,
        &owner,
        &honest.put(&["lines", LINE], "cents", 7),
    );
    accept(&mut index, &coach, &apart(99));
}

#[test]
fn values_that_replace_nothing_are_few_too_and_a_rebuilt_index_counts_the_same() {
    let owner = owner();
    let (mut index, mut rebuilt) = (index(), index());
    let mut phone = Phone::new(&owner, 11);
    let mut previous = None;
    for count in 1..=SLOT_VALUES_MAX {
        // One session, each change on top of the one before, none of them naming the value that stands.
        let raw = forged(&phone.put(&[], "title", format!("{count}")), |change| {
            change.operations[0].pred = Vec::new().into();
            change.deps = previous.map_or_else(|| change.deps.clone(), |hash| vec![hash]);
        });
        let hash = crate::admission::commit_hash(&raw);
        previous = Some(automerge::ChangeHash(hash.0));
        if count == SLOT_VALUES_MAX {
            for index in [&index, &rebuilt] {
                refused(
                    &verdict(index, &owner, &raw),
                    ErrorCode::AlreadyMade,
                    "title",
                );
            }
        } else {
            accept(&mut index, &owner, &raw);
            rebuilt.replay(raw, hash, Some(owner.device)).unwrap();
        }
    }
}

#[test]
fn a_change_that_builds_on_what_is_long_past_is_asked_to_come_back_on_top() {
    let (mut index, owner, mut phone) = started();
    let mut late = phone.clone();
    late.doc.set_actor(automerge::ActorId::from([12u8; 16]));
    let soon = late.clone().put(&[], "title", "soon");
    assert!(matches!(
        verdict(&index, &owner, &soon),
        Judgement::Accept(_)
    ));
    let meanwhile: Vec<_> = (0..HORIZON_CHANGES_MAX)
        .map(|cents| phone.put(&["lines", LINE], "cents", cents as i64))
        .collect();
    for raw in &meanwhile {
        accept(&mut index, &owner, raw);
    }
    let before = late.clone().put(&[], "title", "late");
    refused(&verdict(&index, &owner, &before), ErrorCode::BadDeps, "");
    late.doc.merge(&mut phone.doc).unwrap();
    let on_top = late.put(&[], "title", "late");
    accept(&mut index, &owner, &on_top);
}

/// An owner's change by a session of its own, on top of everything.
fn by_session(phone: &mut Phone, session: u32, cents: i64) -> Vec<u8> {
    let mut actor = [0xaa; 16];
    actor[..4].copy_from_slice(&session.to_be_bytes());
    phone.doc.set_author(Some(automerge::Author::from(
        owner().grants.member.as_bytes().to_vec(),
    )));
    phone.doc.set_actor(automerge::ActorId::from(actor));
    phone.put(&["lines", LINE], "cents", cents)
}

#[test]
fn a_device_that_draws_a_session_for_each_change_is_stopped_and_goes_on_in_one_it_has() {
    let (mut index, owner, mut phone) = started();
    for session in 1..DEVICE_SESSIONS_MAX as u32 {
        let raw = by_session(&mut phone, session, i64::from(session));
        accept(&mut index, &owner, &raw);
    }
    let one_more = by_session(&mut phone.clone(), 0, 1);
    refused(&verdict(&index, &owner, &one_more), ErrorCode::Quota, "");
    accept(&mut index, &owner, &by_session(&mut phone, 1, 0));
    // Another device of the same member has sessions of its own.
    let tablet = Person {
        device: crate::ids::DeviceId::from_bytes([77; 16]),
        ..super::fixture::owner()
    };
    accept(&mut index, &tablet, &by_session(&mut phone, 0, 1));
}

#[test]
fn a_document_of_too_many_sessions_for_its_changes_is_full() {
    let (mut index, _, mut phone) = started();
    let mut sessions = 0u32;
    let refusal = loop {
        let device = crate::ids::DeviceId::from_bytes([(sessions % 200) as u8; 16]);
        let by = Person {
            device,
            ..super::fixture::owner()
        };
        sessions += 1;
        let raw = by_session(&mut phone, sessions, i64::from(sessions % 2));
        match verdict(&index, &by, &raw) {
            Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
            other => break other,
        }
    };
    refused(&refusal, ErrorCode::DocFull, "");
    assert_eq!(index.changes_count(), DOC_CHANGES_BY_SESSIONS_MAX.isqrt());
    let again = automerge::Automerge::load(&phone.doc.save()).unwrap();
    assert_eq!(again.get_heads(), phone.doc.get_heads());
}
