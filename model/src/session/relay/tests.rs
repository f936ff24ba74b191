//! The relay's end of a session, told what happens line by line.

mod ending;
mod greeting;
mod pushes;
mod short;

use super::*;
use crate::commit::{Commit, SIGNATURE_BYTES};
use crate::ids::{CommitHash, CoopId, DeviceId, DocId, MemberId};
use crate::kind::KindSet;
use crate::time::Timestamp;
use crate::wire::{DocName, DocPush, PROTOCOL, Receipt, Verdict};

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
        reads_short: None,
    }))
}

fn push(count: usize) -> Vec<DocPush> {
    vec![DocPush {
        doc: DocName::Known(DocId([4; 16])),
        commits: vec![
            Commit {
                device: access().device,
                signature: Some([0; SIGNATURE_BYTES]),
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
