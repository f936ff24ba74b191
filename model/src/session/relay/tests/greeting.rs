//! From the hello to the first page.

use super::super::*;
use super::{START, WITNESS, accepted, access, at, hello, open, push, sent};
use crate::kind::KindSet;

#[test]
fn nothing_new_is_one_frame_each_way_and_then_the_link_listens() {
    let mut session = open(true);
    let effects = session.handle(at(START), Event::Page(Box::default(), Some(12)));
    let ToPhone::Update(update) = sent(effects.first()) else {
        panic!("{effects:?}")
    };
    assert_eq!(update.cursor, None);
    assert_eq!(
        effects[1..],
        [Effect::Listen(
            12,
            Reads {
                kinds: KindSet::known(),
                short: false
            }
        )]
    );
}

#[test]
fn one_update_answers_the_outbox_of_a_hello_and_what_it_pushed_is_not_read_back() {
    let mut session = RelaySession::new(START);
    session.handle(at(START), Event::Frame(&hello(false, push(1))));
    let effects = session.handle(at(START), Event::Token(Ok(access())));
    assert_eq!(effects, [Effect::Admit(push(1))]);
    let effects = session.handle(at(START), Event::Admitted(Some(vec![accepted(13)])));
    let cursor = Some(Cursor(vec![9]));
    assert_eq!(
        effects,
        [Effect::Read(
            cursor,
            Some(WITNESS),
            BTreeSet::from([13]),
            KindSet::known()
        )]
    );
    let effects = session.handle(at(START), Event::Page(Box::default(), Some(13)));
    let ToPhone::Update(update) = sent(effects.first()) else {
        panic!("{effects:?}")
    };
    assert_eq!(update.verdicts, [accepted(13)]);
    assert_eq!(effects[1..], [Effect::Close(CLOSE_NORMAL)]);
    assert!(session.is_closed());
}
