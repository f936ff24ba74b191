//! The fuzzers' corpus, file by file, through what the fuzzers call: so that it is read in every run, and a find that was
//! mended stays so.

use std::path::PathBuf;

use besace_model::admission::{Parsed, commit_hash};
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::limits::FRAME_BYTES_MAX;
use besace_model::parcel::Parcel;
use besace_model::wire::{ToRelay, decode};
use besace_server::auth::Keys;

#[path = "../fuzz/targets.rs"]
mod targets;

/// The corpus of a target, in the order of names.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder.join(target))
        .expect("the corpus is committed")
        .map(|entry| entry.expect("a folder that can be read"))
        .map(|entry| {
            let bytes = std::fs::read(entry.path()).expect("a file that can be read");
            (entry.file_name().to_string_lossy().into_owned(), bytes)
        })
        .collect();
    files.sort();
    files
}

/// Each file, and each beginning of it, through the function of its target.
fn replay(target: &str, run: fn(&[u8])) {
    let files = corpus(target);
    assert!(files.len() >= 5, "{target} has {} files", files.len());
    for (name, bytes) in files {
        assert!(bytes.len() <= FRAME_BYTES_MAX, "{name} is too long");
        let step = bytes.len() / 200 + 1;
        for end in (0..bytes.len()).step_by(step).chain([bytes.len()]) {
            run(&bytes[..end]);
        }
    }
}

#[test]
fn whatever_the_fuzzers_found_is_read_without_a_panic() {
    replay("prescan", targets::prescan);
    replay("frames", targets::frames);
    replay("parcels", targets::parcels);
    replay("tokens", targets::tokens);
}

#[test]
fn the_corpus_begins_with_what_is_good_today() {
    let changes = corpus("prescan");
    let good = changes
        .iter()
        .filter(|(name, _)| name.starts_with("change"));
    for (name, bytes) in good {
        assert!(Parsed::scan(bytes.clone()).is_ok(), "{name}");
        assert_ne!(commit_hash(bytes).0, [0; 32]);
    }
    let frames = corpus("frames");
    let hello = frames.iter().find(|(name, _)| name == "hello.cbor");
    let (_, hello) = hello.expect("a hello");
    assert!(matches!(decode(hello), Ok(ToRelay::Hello(_))));
    let parcels = corpus("parcels");
    let signed = parcels.iter().find(|(name, _)| name == "signed_twice");
    let (_, signed) = signed.expect("a parcel");
    assert_eq!(Parcel::unpack(signed).map(|it| it.docs.len()), Ok(1));
    let issued = Keys::new(&[targets::SEED], 0, targets::ISSUER)
        .issue(
            targets::NOW,
            CoopId::from_bytes([1; 16]),
            MemberId::from_bytes([2; 16]),
            DeviceId::from_bytes([3; 16]),
            [4; 8],
        )
        .expect("a key");
    let tokens = corpus("tokens");
    let valid = tokens.iter().find(|(name, _)| name == "valid.jwt");
    let (_, valid) = valid.expect("a token");
    assert_eq!(String::from_utf8_lossy(valid), issued);
}
