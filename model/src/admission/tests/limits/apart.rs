//! How much may be written apart.

use super::super::faults::started;
use super::super::fixture::*;
use crate::admission::Judgement;
use crate::error::ErrorCode;
use crate::limits::{HEADS_MAX, HORIZON_CHANGES_MAX, SLOT_VALUES_MAX};

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
