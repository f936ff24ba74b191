//! The ends of every number that a change carries: those no honest phone comes near are refused by name, those that
//! remain do a replica no harm.

use std::num::NonZeroU64;

use automerge::legacy::{ElementId, Key, ObjectId};
use automerge::{Automerge, Change};

use super::faults::started;
use super::fixture::*;
use crate::admission::Judgement;
use crate::error::ErrorCode;
use crate::limits::{CHANGE_DEPS_MAX, CHANGE_TIME_SECONDS_MAX};

type Edit<'a> = &'a dyn Fn(&mut automerge::ExpandedChange);

const LAST_SECOND: i64 = CHANGE_TIME_SECONDS_MAX as i64;

#[test]
fn a_clock_that_is_ages_away_is_refused_whatever_else_is_right() {
    let (index, owner, mut phone) = started();
    let raw = phone.put(&["lines", LINE], "cents", 7);
    for time in [i64::MIN, -LAST_SECOND - 1, LAST_SECOND + 1, i64::MAX] {
        let raw = forged(&raw, |change| change.time = time);
        refused(&verdict(&index, &owner, &raw), ErrorCode::BadValue, "");
    }
}

#[test]
fn clocks_as_far_apart_as_may_be_leave_a_document_that_loads_and_merges() {
    let (mut index, owner, mut phone) = started();
    let mut replica = phone.doc.fork();
    for (turn, time) in [LAST_SECOND, -LAST_SECOND, LAST_SECOND, 0, -LAST_SECOND]
        .into_iter()
        .enumerate()
    {
        let raw = phone.clone().put(&["lines", LINE], "cents", turn as i64);
        let raw = forged(&raw, |change| change.time = time);
        accept(&mut index, &owner, &raw);
        phone.take(&raw);
        let change = Change::from_bytes(raw).unwrap();
        replica.apply_changes([change]).unwrap();
        let again = Automerge::load(&replica.save()).unwrap();
        assert_eq!(again.get_heads(), phone.doc.get_heads());
    }
}

#[test]
fn no_number_of_a_header_has_an_end_that_passes() {
    let (index, owner, mut phone) = started();
    let raw = phone.put(&["lines", LINE], "cents", 7);
    let judged = |edit: Edit<'_>| verdict(&index, &owner, &forged(&raw, edit));
    for seq in [0, 1 << 31, 1 << 63, u64::MAX] {
        refused(&judged(&|change| change.seq = seq), ErrorCode::BadSeq, "");
    }
    for start in [u64::from(u32::MAX), 1 << 32, 1 << 63, u64::MAX] {
        let start = NonZeroU64::new(start).unwrap();
        // Automerge's own writer may not stand the last ones.
        let forged = std::panic::catch_unwind(|| forged(&raw, |change| change.start_op = start));
        if let Ok(raw) = forged {
            refused(&verdict(&index, &owner, &raw), ErrorCode::BadStartOp, "");
        }
    }
    let many = |count: usize| {
        judged(&|change| {
            let more = (0..count).map(|n| automerge::ChangeHash([n as u8; 32]));
            change.deps.extend(more);
        })
    };
    assert!(matches!(many(CHANGE_DEPS_MAX - 1), Judgement::Need(_)));
    refused(&many(CHANGE_DEPS_MAX), ErrorCode::BadDeps, "");
}

#[test]
fn no_operation_is_named_by_a_number_at_its_end() {
    let (index, owner, mut phone) = started();
    let put = phone.clone().put(&["lines", LINE], "cents", 7);
    let insert = phone.splice(1, 0, "x");
    for counter in [0, 1 << 31, u64::from(u32::MAX), 1 << 32, 1 << 62] {
        for actor in [1, 11] {
            let name = || op_id(counter, actor);
            let attempts: [(&[u8], Edit<'_>); 3] = [
                (&put, &|change| {
                    change.operations[0].obj = ObjectId::Id(name());
                }),
                (&put, &|change| {
                    change.operations[0].pred = vec![name()].into();
                }),
                (&insert, &|change| {
                    change.operations[0].key = Key::Seq(ElementId::Id(name()));
                }),
            ];
            for (raw, edit) in attempts {
                let forged =
                    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| forged(raw, edit)));
                let Ok(raw) = forged else { continue };
                match verdict(&index, &owner, &raw) {
                    Judgement::Refuse(refusal) => assert!(matches!(
                        refusal.code,
                        ErrorCode::BadShape | ErrorCode::BadChunk
                    )),
                    other => panic!("{counter} of {actor}: {other:?}"),
                }
            }
        }
    }
}
