//! Faults 76, 77, 84 and 85: first operation, sequence and dependencies.

use std::num::NonZeroU64;

use super::super::fixture::*;
use super::{refuses_forged, started};
use crate::admission::{Judgement, commit_hash};
use crate::error::ErrorCode;

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
