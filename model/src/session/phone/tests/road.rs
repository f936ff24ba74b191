//! Sockets that fail, one-shot exchanges, and tokens.

use super::super::*;
use super::end::{End, START};
use crate::limits::{BACKOFF_MS_MAX, BACKOFF_MS_MIN, DEAD_AFTER_MS, PING_AFTER_MS, TOKEN_LIFE_MS};
use crate::wire::{self, Hello, ToPhone, ToRelay, Update};

#[test]
fn silence_is_pinged_then_given_up() {
    let mut link = End::live();
    let ping = wire::encode(&ToRelay::Ping);
    assert_eq!(link.wait(), [Effect::Send(ping)]);
    assert_eq!(link.now, START.plus_ms(PING_AFTER_MS));
    let mut last = Vec::new();
    while last != [Effect::Disconnect] {
        last = link.wait();
    }
    assert_eq!(link.now, START.plus_ms(DEAD_AFTER_MS));
    assert_eq!(link.phone.standing(), Standing::Down);
}

#[test]
fn retries_spread_over_a_doubling_range_that_ends() {
    let mut link = End::new();
    let mut longest = 0;
    for failures in 0..20 {
        let from = link.now;
        assert_eq!(link.wait(), [Effect::NeedToken]);
        let waited = link.now.0 - from.0;
        let range = (BACKOFF_MS_MIN << failures.min(16)).min(BACKOFF_MS_MAX);
        assert!(failures == 0 || waited <= range, "{waited} of {range}");
        longest = longest.max(waited);
        link.tell(Event::TokenFailed);
    }
    assert!(longest > BACKOFF_MS_MAX / 2);
}

/// Until no socket brought anything so many times; what is done then.
fn sockets_die(link: &mut End, times: u32) -> Vec<Effect> {
    let mut actions = Vec::new();
    for _ in 0..times {
        link.tell(Event::Closed);
        actions = link.wait();
    }
    actions
}

fn connecting() -> End {
    let mut link = End::new();
    link.tell(Event::Tick);
    link.tell(Event::Token("t".into()));
    link
}

fn posted(actions: &[Effect]) -> (u32, &[u8]) {
    match actions {
        [Effect::Post(id, body)] => (*id, body),
        other => panic!("{other:?}"),
    }
}

fn nothing_new() -> Vec<u8> {
    with_length(&wire::encode(&ToPhone::Update(Update::default())))
}

#[test]
fn where_sockets_alone_die_the_same_hello_travels_by_post() {
    let mut link = connecting();
    let actions = sockets_die(&mut link, SOCKET_FAILURES_MAX);
    let (id, body) = posted(&actions);
    let (frames, whole) = split(body);
    assert!(whole);
    let hello: ToRelay = wire::decode(frames[0]).unwrap();
    assert!(matches!(hello, ToRelay::Hello(Hello { live: false, .. })));
    assert_eq!(link.tell(Event::Answer(id, &nothing_new())).len(), 1);
    // The relay answers: had it only been away, a socket is open again.
    assert_eq!(link.wait(), [Effect::Connect]);
    let actions = sockets_die(&mut link, 1);
    let (id, _) = posted(&actions);
    link.tell(Event::Answer(id, &nothing_new()));
    assert_eq!(link.phone.standing(), Standing::OneShot);
    assert!(link.tell(Event::Work).is_empty(), "nothing waits");
    link.outbox.ready = 1;
    assert!(matches!(link.tell(Event::Work)[..], [Effect::Post(..)]));
    assert!(
        link.now.0 - START.0 < ONE_SHOT_PAUSE_MS,
        "it paused nowhere"
    );
}

#[test]
fn a_relay_that_was_away_is_met_by_socket_again() {
    let mut link = connecting();
    for _ in 0..3 {
        let actions = sockets_die(&mut link, SOCKET_FAILURES_MAX);
        let (id, _) = posted(&actions);
        link.tell(Event::AnswerFailed(id));
        assert_eq!(link.wait(), [Effect::Connect]);
    }
    // It is back just as the exchange is tried.
    let actions = sockets_die(&mut link, SOCKET_FAILURES_MAX);
    let (id, _) = posted(&actions);
    let back = link.now;
    link.tell(Event::Answer(id, &nothing_new()));
    assert_eq!(link.wait(), [Effect::Connect]);
    assert_eq!(link.now, back, "at once");
    link.tell(Event::Opened);
    link.hear(&ToPhone::Update(Update::default()));
    assert_eq!(link.phone.standing(), Standing::Live);
}

#[test]
fn a_portal_page_is_no_answer() {
    let page = b"<html>Sign in to this network</html>";
    assert!(!split(page).1);
    let mut link = End::live();
    assert_eq!(link.tell(Event::Frame(page)), [Effect::Disconnect]);
    assert_eq!(link.phone.standing(), Standing::Down);
}

#[test]
fn a_token_is_renewed_before_it_ends() {
    let mut link = End::live();
    link.now = START.plus_ms(TOKEN_LIFE_MS - TOKEN_MARGIN_MS);
    link.hear(&ToPhone::Pong);
    assert_eq!(link.tell(Event::Tick), [Effect::NeedToken]);
    let sent = wire::encode(&ToRelay::Token("u".into()));
    assert_eq!(link.tell(Event::Token("u".into())), [Effect::Send(sent)]);
}
