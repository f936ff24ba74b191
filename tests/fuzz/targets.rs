//! What is done with any bytes: functions that must come to an end without a panic and keep their word. The fuzzers call
//! them with what they invent, an ordinary test with the corpus.

use automerge::Change;
use besace_model::admission::{Parsed, commit_hash, declared_ops, session_of};
use besace_model::commit::Commit;
use besace_model::ids::CommitHash;
use besace_model::limits::FRAME_BYTES_MAX;
use besace_model::parcel::Parcel;
use besace_model::time::Timestamp;
use besace_model::wire::short::ShortPush;
use besace_model::wire::{ToPhone, ToRelay, decode, encode, expand, squeeze};
use besace_server::auth::Keys;

/// When the tokens of the corpus are valid.
pub(crate) const NOW: Timestamp = Timestamp(1_772_438_400_000);
/// The relay that issued them.
pub(crate) const ISSUER: &str = "https://besace.example.coop";
/// Its key.
pub(crate) const SEED: [u8; 32] = [7; 32];

/// The pre-scan: of the bytes as they are, and as the contents of a change with the right length and checksum. What
/// passes is a change to Automerge too, and the same one.
pub(crate) fn prescan(bytes: &[u8]) {
    for raw in [bytes.to_vec(), sealed(bytes)] {
        let (ops, session) = (declared_ops(&raw), session_of(&raw));
        let Ok(parsed) = Parsed::scan(raw.clone()) else {
            continue;
        };
        assert_eq!(ops, parsed.ops_count());
        assert_eq!(session.as_ref(), Some(parsed.actor()));
        let change = Change::from_bytes(raw.clone()).expect("a change to Automerge");
        assert_eq!(change.raw_bytes(), raw);
        assert_eq!(change.hash().0, parsed.hash().0);
        assert_eq!(change.len(), parsed.ops_count());
        assert_eq!(change.timestamp(), parsed.time());
    }
}

/// The decoder of frames, both ways: what is read is written again and then read as the same, squeezed too. What is in
/// short is made whole, or is no message.
pub(crate) fn frames(bytes: &[u8]) {
    if let Ok(frame) = expand(bytes) {
        assert!(frame.len() <= FRAME_BYTES_MAX.max(bytes.len()));
    }
    if let Ok(message) = decode::<ToRelay>(bytes) {
        assert_eq!(decode(&squeeze(encode(&message))), Ok(message.clone()));
        assert_eq!(decode(&encode(&message)), Ok(message.clone()));
        let (ToRelay::Short(pushes) | ToRelay::ShortHello(_, pushes)) = message else {
            return;
        };
        for push in pushes {
            let (commits, whole) = (push.commits.len(), push.whole());
            if let Ok(whole) = whole {
                assert_eq!(whole.commits.len(), commits);
                let again = ShortPush::of(&whole).map(ShortPush::whole);
                let again = again.flat_map(|push| push.expect("our own").commits);
                let changes = |commit: Commit| commit.change;
                let whole = whole.commits.clone().into_iter().map(changes);
                assert!(again.map(changes).eq(whole));
            }
        }
    }
    if let Ok(message) = decode::<ToPhone>(bytes) {
        assert_eq!(decode(&encode(&message)), Ok(message.clone()));
        if let ToPhone::Update(update) = message {
            let _ = update.whole(std::iter::repeat_n(CommitHash([0; 32]), 400));
        }
    }
}

/// What one phone hands another: what is read is packed again, and then read as the same.
pub(crate) fn parcels(bytes: &[u8]) {
    let Ok(parcel) = Parcel::unpack(bytes) else {
        return;
    };
    if let Ok(again) = parcel.pack() {
        assert_eq!(Parcel::unpack(&again), Ok(parcel));
    }
}

/// The parser of access tokens: nothing but what the relay issued is valid, and nothing is for ever.
pub(crate) fn tokens(bytes: &[u8]) {
    let keys = Keys::new(&[SEED], 0, ISSUER);
    let Ok(token) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(bearer) = keys.verify(NOW, token) {
        let others = Keys::new(&[[8; 32]], 0, ISSUER);
        assert!(others.verify(NOW, token).is_err());
        let after = bearer.expires.plus_ms(3_600_000);
        assert!(keys.verify(after, token).is_err());
    }
}

/// A plain change chunk with these contents.
fn sealed(contents: &[u8]) -> Vec<u8> {
    let mut raw = vec![0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 1];
    let mut len = contents.len();
    while len > 127 {
        raw.push(len as u8 | 0x80);
        len >>= 7;
    }
    raw.push(len as u8);
    raw.extend_from_slice(contents);
    let hash = commit_hash(&raw);
    raw[4..8].copy_from_slice(&hash.0[..4]);
    raw
}
