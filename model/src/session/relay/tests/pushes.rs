//! Pushes that are too many, or come too fast.

use super::super::*;
use super::{START, at, code, open, push, sent};
use crate::wire::Verdict;

#[test]
fn pushing_too_fast_is_answered_with_a_delay() {
    let mut session = open(true);
    let frame = encode(&ToRelay::Push(push(2)));
    let effects = session.handle(at(START), Event::Frame(&frame));
    assert_eq!(effects, [Effect::Admit(push(2))]);
    let effects = session.handle(at(START), Event::NotNow(push(2), 50));
    let ToPhone::Update(update) = sent(effects.first()) else {
        panic!("{effects:?}")
    };
    let verdicts: Vec<_> = update.verdicts.iter().map(|it| &it.verdict).collect();
    assert_eq!(verdicts, [&Verdict::Retry(50), &Verdict::Retry(50)]);
}

#[test]
fn a_push_that_declares_more_operations_than_one_may_is_not_judged() {
    use automerge::transaction::Transactable;
    let mut session = open(true);
    let mut doc = crate::doc::genesis::Genesis::document(crate::kind::Kind::Profile);
    let mut tx = doc.transaction();
    let text = tx
        .put_object(automerge::ROOT, "text", automerge::ObjType::Text)
        .unwrap();
    let long = "a".repeat(crate::limits::CHANGE_OPS_MAX - 1);
    tx.splice_text(&text, 0, 0, &long).unwrap();
    tx.commit();
    let change = doc.get_last_local_change().unwrap().raw_bytes().to_vec();
    let pushes = |count| {
        let mut pushes = push(count);
        for commit in &mut pushes[0].commits {
            commit.change.clone_from(&change);
        }
        encode(&ToRelay::Push(pushes))
    };
    let effects = session.handle(at(START), Event::Frame(&pushes(2)));
    assert!(matches!(effects[..], [Effect::Admit(_)]));
    let effects = session.handle(at(START), Event::Frame(&pushes(3)));
    assert_eq!(code(&effects), ErrorCode::BadMessage);
}
