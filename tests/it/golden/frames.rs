//! One frame of each sort, with every field said.

use besace_model::commit::Commit;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, DeviceId, DocId, MemberId};
use besace_model::time::Timestamp;
use besace_model::wire::short::ShortPush;
use besace_model::wire::{
    CommitVerdict, Cursor, DocName, DocPush, DocUpdate, Hello, Logged, PROTOCOL, Piece, Receipt,
    ToPhone, ToRelay, Update, Verdict,
};

pub(super) fn member() -> MemberId {
    MemberId::from_bytes([1; 16])
}

/// An honest change of a member's activity, as it was made when these frames were: what commands write may change.
fn change() -> Vec<u8> {
    include_bytes!("../../fixtures/wire/change").to_vec()
}

/// The one that follows it.
fn change_after() -> Vec<u8> {
    include_bytes!("../../fixtures/wire/change_after").to_vec()
}

pub(super) fn hello() -> ToRelay {
    ToRelay::Hello(Hello {
        protocol: PROTOCOL,
        token: "a.b.c".into(),
        cursor: Some(Cursor(vec![1, 2, 3])),
        live: true,
        pushes: vec![DocPush {
            doc: DocName::Head(DocHead::activity(member(), 2026)),
            commits: vec![Commit {
                device: DeviceId::from_bytes([2; 16]),
                signature: Some([9; 64]),
                change: change(),
            }],
        }],
        witness: None,
        kinds: None,
        reads_short: None,
    })
}

pub(super) fn update() -> ToPhone {
    let doc = DocId([7; 16]);
    let hash = CommitHash([8; 32]);
    let receipt = Receipt {
        seq: 41,
        at: Timestamp(1_772_438_400_000),
    };
    let verdicts = [
        Verdict::Accepted(receipt),
        Verdict::Duplicate(receipt),
        Verdict::Need(vec![hash]),
        Verdict::Refused(ErrorCode::Forbidden, "sessions/x".into()),
        Verdict::Held(ErrorCode::Forbidden),
        Verdict::Retry(500),
    ];
    ToPhone::Update(Update {
        now: Timestamp(1_772_438_401_000),
        verdicts: verdicts
            .map(|verdict| CommitVerdict { doc, hash, verdict })
            .to_vec(),
        lost: vec![doc],
        docs: vec![
            DocUpdate {
                doc: DocName::Head(DocHead::activity(member(), 2026)),
                piece: None,
                changes: vec![Logged {
                    age_ms: 12,
                    change: change(),
                }],
            },
            DocUpdate {
                doc: DocName::Known(doc),
                piece: Some(Piece {
                    snapshot: 5,
                    offset: 0,
                    total: 3,
                    bytes: vec![1, 2, 3],
                }),
                changes: Vec::new(),
            },
        ],
        cursor: Some(Cursor(vec![4, 5])),
        remaining: 0,
        restart: false,
        kinds: None,
        reads_short: None,
        short: None,
    })
}

/// One document, complete: what a phone's build must read to the end.
pub(super) fn news() -> ToPhone {
    ToPhone::Update(Update {
        now: Timestamp(1_772_438_401_000),
        docs: vec![DocUpdate {
            doc: DocName::Head(DocHead::activity(member(), 2026)),
            piece: None,
            changes: vec![Logged {
                age_ms: 12,
                change: change(),
            }],
        }],
        cursor: Some(Cursor(vec![4, 5])),
        ..Update::default()
    })
}

/// A push of commits that follow each other, in short.
pub(super) fn short_push() -> ToRelay {
    let changes = [change(), change_after()];
    let commits = changes.map(|change| Commit {
        device: DeviceId::from_bytes([2; 16]),
        signature: Some([9; 64]),
        change,
    });
    let push = DocPush {
        doc: DocName::Head(DocHead::activity(member(), 2026)),
        commits: commits.to_vec(),
    };
    ToRelay::Short(ShortPush::of(&push).collect())
}

/// [`update`] in short.
pub(super) fn short_news() -> ToPhone {
    let ToPhone::Update(update) = update() else {
        unreachable!("it is an update")
    };
    ToPhone::Update(update.in_short())
}
