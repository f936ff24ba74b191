//! Bytes of protocol 1, committed once: every later version reads them as they were meant. The browser's build reads
//! the same files (`tests/e2e/golden.test.mjs`).

use std::path::PathBuf;

use besace_model::access::{Grants, Role};
use besace_model::commit::Commit;
use besace_model::doc::writer::Context;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, CoopId, DeviceId, DocId, MemberId};
use besace_model::kinds;
use besace_model::limits::FRAME_BYTES_MAX;
use besace_model::time::Timestamp;
use besace_model::wire::{
    Bye, CommitVerdict, Cursor, DocName, DocPush, DocUpdate, Hello, Logged, PROTOCOL, Piece,
    Receipt, ToPhone, ToRelay, Update, Verdict, WireError, decode, encode,
};
use besace_tests::people;

fn member() -> MemberId {
    MemberId::from_bytes([1; 16])
}

/// An honest change of a member's activity, the same in every run.
fn change() -> Vec<u8> {
    let head = DocHead::activity(member(), 2026);
    let mut doc = besace_model::doc::genesis::Genesis::document(head.kind);
    let author = Grants {
        member: member(),
        roles: [Role::Entrepreneur].into(),
        ..Grants::relay()
    };
    let context = Context {
        author: &author,
        now: Timestamp(1_772_438_400_000),
    };
    let id = besace_model::ids::Ulid([3; 16]);
    kinds::commit(
        &mut doc,
        &people::expense(id, "Déjeuner à Quimper", 1_850),
        &context,
        [4; 16],
    )
    .expect("an honest command")
    .change
}

fn hello() -> ToRelay {
    ToRelay::Hello(Hello {
        protocol: PROTOCOL,
        token: "a.b.c".into(),
        cursor: Some(Cursor(vec![1, 2, 3])),
        live: true,
        pushes: vec![DocPush {
            doc: DocName::Head(DocHead::activity(member(), 2026)),
            commits: vec![Commit {
                device: DeviceId::from_bytes([2; 16]),
                signature: [9; 64],
                change: change(),
            }],
        }],
        witness: None,
        kinds: None,
    })
}

fn update() -> ToPhone {
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
    })
}

/// One document, complete: what a phone's build must read to the end.
fn news() -> ToPhone {
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

fn check<
    T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()> + PartialEq + std::fmt::Debug,
>(
    name: &str,
    message: &T,
) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/wire")
        .join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, encode(message)).expect("the fixture can be written");
    }
    let bytes = std::fs::read(&path).expect("the fixture is committed");
    assert_eq!(
        &decode::<T>(&bytes).expect("old bytes are read"),
        message,
        "{name}"
    );
    assert_eq!(encode(message), bytes, "{name} is written as it was");
    for end in 0..bytes.len() {
        assert!(
            decode::<T>(&bytes[..end]).is_err(),
            "{name} cut at {end} is not a message"
        );
    }
    let longer = [bytes.as_slice(), &[0]].concat();
    assert_eq!(decode::<T>(&longer), Err(WireError::Trailing));
}

#[test]
fn frames_of_protocol_one_are_read_and_written_as_they_were() {
    check("hello.cbor", &hello());
    check("update.cbor", &update());
    check("news.cbor", &news());
    check(
        "bye.cbor",
        &ToPhone::Bye(Bye {
            code: ErrorCode::Upgrade,
            retry_ms: 60_000,
        }),
    );
    assert_eq!(
        DocHead::activity(member(), 2026)
            .id(CoopId::from_bytes([6; 16]))
            .to_string(),
        include_str!("../fixtures/wire/doc_id.txt").trim()
    );
}

#[test]
fn a_newer_end_may_add_fields_and_an_older_one_passes_over_them() {
    let mut newer = encode(&ToPhone::Bye(Bye {
        code: ErrorCode::Retry,
        retry_ms: 1,
    }));
    // The innermost array has two fields; a newer relay says a third.
    let position = newer
        .iter()
        .rposition(|byte| *byte == 0x82)
        .expect("an array of two");
    newer[position] = 0x83;
    newer.push(0x01);
    assert_eq!(
        decode(&newer),
        Ok(ToPhone::Bye(Bye {
            code: ErrorCode::Retry,
            retry_ms: 1
        }))
    );
}

#[test]
fn hostile_frames_are_refused_before_anything_is_reserved_for_them() {
    let huge_length = [
        0x82, 0x00, 0x81, 0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    ];
    let nested = vec![0x81; 10_000];
    let bad_utf8 = [0x82, 0x02, 0x81, 0x62, 0xff, 0xfe];
    let unknown = [0x82, 0x18, 0x63, 0x80];
    for bytes in [&huge_length[..], &nested, &bad_utf8, &unknown, &[], &[0xff]] {
        assert_eq!(decode::<ToRelay>(bytes), Err(WireError::Malformed));
    }
    let long = vec![0; FRAME_BYTES_MAX + 1];
    assert_eq!(
        decode::<ToRelay>(&long),
        Err(WireError::TooLong(FRAME_BYTES_MAX + 1))
    );
}
