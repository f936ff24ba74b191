//! Bytes of protocol 1, committed once: every later version reads them as they were meant. The browser's build reads
//! the same files (`tests/e2e/golden.test.mjs`).

use std::path::PathBuf;

use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::CoopId;
use besace_model::limits::FRAME_BYTES_MAX;
use besace_model::wire::{Bye, ToPhone, ToRelay, WireError, decode, encode, squeeze};

mod frames;

use frames::{hello, member, news, short_news, short_push, update};

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
fn what_travels_in_short_is_read_and_written_as_it_was() {
    check("short_push.cbor", &short_push());
    check("short_news.cbor", &short_news());
}

/// How well a frame is squeezed may change; what it says may not, whatever wrote it.
#[test]
fn a_squeezed_frame_is_read_as_it_was() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/wire/squeezed");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let squeezed = squeeze(encode(&short_push()));
        std::fs::write(&path, squeezed).expect("the fixture can be written");
    }
    let bytes = std::fs::read(&path).expect("the fixture is committed");
    assert!(2 * bytes.len() < encode(&short_push()).len());
    assert_eq!(decode(&bytes), Ok(short_push()));
    for end in 1..bytes.len() {
        assert!(decode::<ToRelay>(&bytes[..end]).is_err(), "cut at {end}");
    }
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
