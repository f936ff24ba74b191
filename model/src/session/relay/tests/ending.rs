//! What ends a link.

use super::super::*;
use super::{START, access, at, code, hello, open, push, sent};
use crate::ids::MemberId;
use crate::limits::{DEAD_AFTER_MS, PING_AFTER_MS};
use crate::wire::Verdict;

#[test]
fn silence_after_the_upgrade_and_silence_later_both_end_the_link() {
    let mut session = RelaySession::new(START);
    let due = session.next_wakeup().unwrap();
    assert_eq!(due, START.plus_ms(5_000));
    assert_eq!(
        code(&session.handle(at(due), Event::Wakeup)),
        ErrorCode::Unauthorized
    );

    let mut session = open(true);
    let pinged = START.plus_ms(PING_AFTER_MS);
    session.handle(at(pinged), Event::Frame(&encode(&ToRelay::Ping)));
    assert!(
        session
            .handle(at(START.plus_ms(DEAD_AFTER_MS)), Event::Wakeup)
            .is_empty()
    );
    let due = session.next_wakeup().unwrap();
    assert_eq!(
        session.handle(at(due), Event::Wakeup),
        [Effect::Close(CLOSE_NORMAL)]
    );
}

#[test]
fn bytes_that_are_no_message_close_with_1007_at_every_cut() {
    let whole = hello(true, push(1));
    for cut in 0..whole.len() {
        let mut session = RelaySession::new(START);
        let effects = session.handle(at(START), Event::Frame(&whole[..cut]));
        assert_eq!(code(&effects), ErrorCode::BadMessage, "cut at {cut}");
        assert_eq!(effects[1], Effect::Close(CLOSE_BAD_MESSAGE));
    }
}

#[test]
fn after_its_token_expired_a_link_waits_for_another_and_then_ends() {
    let mut session = open(true);
    let expired = START.plus_ms(600_001);
    let frame = encode(&ToRelay::Push(push(1)));
    let effects = session.handle(at(expired), Event::Frame(&frame));
    let ToPhone::Update(update) = sent(effects.first()) else {
        panic!("{effects:?}")
    };
    assert!(matches!(update.verdicts[0].verdict, Verdict::Retry(_)));

    let other = Access {
        expires_at: expired.plus_ms(600_000),
        ..access()
    };
    let token = encode(&ToRelay::Token("u".into()));
    assert_eq!(
        session.handle(at(expired), Event::Frame(&token)),
        [Effect::CheckToken("u".into())]
    );
    assert!(
        session
            .handle(at(expired), Event::Token(Ok(other)))
            .is_empty()
    );
    assert_eq!(
        session.handle(at(expired), Event::Frame(&frame)),
        [Effect::Admit(push(1))]
    );

    let stranger = Access {
        member: MemberId::from_bytes([8; 16]),
        ..other
    };
    let effects = session.handle(at(expired), Event::Token(Ok(stranger)));
    assert_eq!(code(&effects), ErrorCode::Unauthorized);
}
