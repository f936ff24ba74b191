//! A phone that reads the short form, and one that says what it cannot mean.

use super::super::*;
use super::{START, accepted, access, at, code, hello, open, push, sent};
use crate::ids::CommitHash;
use crate::wire::short::ShortPush;
use crate::wire::{DocPush, Hello};

fn short(pushes: &[DocPush]) -> Vec<ShortPush> {
    pushes.iter().flat_map(ShortPush::of).collect()
}

/// A link whose phone said that it reads the short form, and pushed.
fn greeted(pushes: &[DocPush]) -> (RelaySession, Vec<Effect>) {
    let mut session = RelaySession::new(START);
    let ToRelay::Hello(whole) = decode(&hello(true, Vec::new())).unwrap() else {
        panic!("a hello")
    };
    let reads_short = Some(true);
    let hello = Hello {
        reads_short,
        ..whole
    };
    let frame = squeeze(encode(&ToRelay::ShortHello(hello, short(pushes))));
    let effects = session.handle(at(START), Event::Frame(&frame));
    assert_eq!(effects, [Effect::CheckToken("t".into())]);
    let effects = session.handle(at(START), Event::Token(Ok(access())));
    (session, effects)
}

#[test]
fn what_comes_in_short_is_judged_in_full_and_answered_in_short() {
    let (mut session, effects) = greeted(&push(2));
    assert_eq!(effects, [Effect::Admit(push(2))]);
    let verdicts = Some(vec![accepted(3), accepted(4)]);
    session.handle(at(START), Event::Admitted(verdicts));
    let page = Event::Page(Box::default(), Some(4));
    let effects = session.handle(at(START), page);
    let ToPhone::Update(update) = sent(effects.first()) else {
        panic!("{effects:?}")
    };
    assert_eq!(update.reads_short, Some(true));
    assert_eq!(update.short.as_ref().map(|short| short.told.len()), Some(1));
    let pushed = [CommitHash([5; 32]); 2].into_iter();
    let whole = update.whole(pushed).unwrap();
    assert_eq!(whole.verdicts, [accepted(3), accepted(4)]);
    let frame = encode(&ToRelay::Short(short(&push(3))));
    let effects = session.handle(at(START), Event::Frame(&frame));
    assert_eq!(effects, [Effect::Admit(push(3))]);
}

#[test]
fn a_phone_that_does_not_say_that_it_reads_it_is_answered_in_full() {
    let mut session = open(true);
    let effects = session.handle(at(START), Event::Admitted(Some(vec![accepted(3)])));
    let ToPhone::Update(update) = sent(effects.first()) else {
        panic!("{effects:?}")
    };
    assert_eq!((update.verdicts.len(), update.short), (1, None));
}

#[test]
fn more_commits_in_short_than_one_push_may_hold_are_not_made_whole() {
    let (mut session, _) = greeted(&push(1));
    let many = push(crate::limits::PUSH_COMMITS_MAX + 1);
    let frame = squeeze(encode(&ToRelay::Short(short(&many))));
    let effects = session.handle(at(START), Event::Frame(&frame));
    assert_eq!(code(&effects), ErrorCode::BadMessage);
}
