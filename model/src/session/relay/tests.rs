//! The relay's end of a session, told what happens line by line.

use super::*;
use crate::commit::{Commit, SIGNATURE_BYTES};
use crate::ids::{CommitHash, DocId};
use crate::kind::KindSet;
use crate::limits::PING_AFTER_MS;
use crate::time::Timestamp;
use crate::wire::Receipt;

const START: Moment = Moment(1_000_000);

const WITNESS: Witness = Witness { seq: 8, mark: 5 };

fn at(moment: Moment) -> Now {
    Now {
        wall: Timestamp(moment.0),
        moment,
    }
}

fn access() -> Access {
    Access {
        coop: CoopId::from_bytes([1; 16]),
        member: MemberId::from_bytes([2; 16]),
        device: DeviceId::from_bytes([3; 16]),
        expires_at: START.plus_ms(600_000),
    }
}

fn hello(live: bool, pushes: Vec<DocPush>) -> Vec<u8> {
    encode(&ToRelay::Hello(Hello {
        protocol: PROTOCOL,
        token: "t".into(),
        cursor: Some(Cursor(vec![9])),
        live,
        pushes,
        witness: Some(WITNESS),
        kinds: Some(KindSet::known()),
    }))
}

fn push(count: usize) -> Vec<DocPush> {
    vec![DocPush {
        doc: DocName::Known(DocId([4; 16])),
        commits: vec![
            Commit {
                device: access().device,
                signature: [0; SIGNATURE_BYTES],
                change: vec![7],
            };
            count
        ],
    }]
}

fn accepted(seq: u64) -> CommitVerdict {
    CommitVerdict {
        doc: DocId([4; 16]),
        hash: CommitHash([5; 32]),
        verdict: Verdict::Accepted(Receipt {
            seq,
            at: Timestamp(START.0),
        }),
    }
}

fn open(live: bool) -> RelaySession {
    let mut session = RelaySession::new(START);
    let effects = session.handle(at(START), Event::Frame(&hello(live, Vec::new())));
    assert_eq!(effects, [Effect::CheckToken("t".into())]);
    let effects = session.handle(at(START), Event::Token(Ok(access())));
    let cursor = Some(Cursor(vec![9]));
    assert_eq!(
        effects,
        [Effect::Read(
            cursor,
            Some(WITNESS),
            BTreeSet::new(),
            KindSet::known()
        )]
    );
    session
}

fn sent(effect: Option<&Effect>) -> ToPhone {
    match effect {
        Some(Effect::Send(bytes)) => decode(bytes).unwrap(),
        other => panic!("{other:?}"),
    }
}

fn code(effects: &[Effect]) -> ErrorCode {
    match sent(effects.first()) {
        ToPhone::Bye(bye) => bye.code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_new_is_one_frame_each_way_and_then_the_link_listens() {
    let mut session = open(true);
    let effects = session.handle(at(START), Event::Page(Box::default(), Some(12)));
    let ToPhone::Update(update) = sent(effects.first()) else {
        panic!("{effects:?}")
    };
    assert_eq!(update.cursor, None);
    assert_eq!(effects[1..], [Effect::Listen(12, KindSet::known())]);
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
