//! Parcels there and back, and bytes that are none.

use minicbor::bytes::ByteArray;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::*;
use crate::certificate::Statement;
use crate::ids::{DeviceId, MemberId};

fn certificate(number: u8) -> Certificate {
    let statement = Statement {
        coop: CoopId::from_bytes([1; 16]),
        member: MemberId::from_bytes([number; 16]),
        device: DeviceId::from_bytes([number; 16]),
        key: ByteArray::from([number; 32]),
        issued_ms: 1,
        until_ms: 2,
    };
    Certificate::new(statement.to_bytes(), [number; 64])
}

fn commit(device: u8, change: Vec<u8>) -> Commit {
    Commit {
        device: DeviceId::from_bytes([device; 16]),
        signature: Some([device; 64]),
        change,
    }
}

fn parcel(commits: Vec<Commit>) -> Parcel {
    Parcel {
        coop: CoopId::from_bytes([1; 16]),
        certificates: vec![certificate(3), certificate(4)],
        docs: vec![Handed {
            head: DocHead::coaching_log(MemberId::from_bytes([9; 16])),
            commits,
        }],
    }
}

fn noise(chance: &mut ChaCha8Rng, length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    chance.fill_bytes(&mut bytes);
    bytes
}

#[test]
fn a_parcel_comes_out_as_it_was_packed() {
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    for round in 0..50 {
        let commits = (0..=round % 7).map(|at| {
            let length = chance.random_range(1..2_000);
            commit(3 + at / 2 % 2, noise(&mut chance, length))
        });
        let parcel = parcel(commits.collect());
        let bytes = parcel.pack().unwrap();
        assert_eq!(Parcel::unpack(&bytes), Ok(parcel));
        assert_eq!(from_text(&to_text(&bytes)), Some(bytes));
    }
}

#[test]
fn bytes_that_are_no_parcel_are_told_apart_and_nothing_ends() {
    let mut chance = ChaCha8Rng::seed_from_u64(2);
    let whole = parcel(vec![commit(3, vec![7; 900]), commit(4, vec![8; 30])])
        .pack()
        .unwrap();
    for length in 0..whole.len() {
        assert_eq!(
            Parcel::unpack(&whole[..length]),
            Err(ParcelError::Malformed)
        );
    }
    for _ in 0..2_000 {
        let mut other = whole.clone();
        let at = chance.random_range(0..other.len());
        other[at] ^= chance.random_range(1..=255u8);
        let _ = Parcel::unpack(&other);
        let length = chance.random_range(0..200);
        let _ = Parcel::unpack(&noise(&mut chance, length));
    }
    let longer = [whole.as_slice(), &[0]].concat();
    assert_eq!(Parcel::unpack(&longer), Err(ParcelError::Malformed));
}

#[test]
fn a_parcel_of_a_later_version_says_so() {
    let mut bytes = parcel(vec![commit(3, vec![7; 9])]).pack().unwrap();
    bytes[0] = VERSION + 1;
    assert_eq!(Parcel::unpack(&bytes), Err(ParcelError::Newer));
}

#[test]
fn few_bytes_that_expand_without_end_are_not_followed() {
    let zeroes = vec![0; 4 * PARCEL_RAW_BYTES_MAX];
    let bomb = deflated(VERSION, &zeroes, LEVEL, PARCEL_BYTES_MAX).unwrap();
    assert!(bomb.len() < 10_000);
    assert_eq!(Parcel::unpack(&bomb), Err(ParcelError::TooBig));
    assert_eq!(
        Parcel::unpack(&vec![VERSION; PARCEL_BYTES_MAX + 1]),
        Err(ParcelError::TooBig)
    );
}

#[test]
fn more_than_a_parcel_holds_is_neither_packed_nor_read() {
    let many = parcel(vec![commit(3, vec![7; 9]); PARCEL_COMMITS_MAX + 1]);
    assert_eq!(many.pack(), Err(ParcelError::TooBig));
    let long = parcel(vec![commit(3, vec![7; CHANGE_BYTES_MAX + 1])]);
    assert_eq!(long.pack(), Err(ParcelError::TooBig));
    let mut chance = ChaCha8Rng::seed_from_u64(3);
    let dense = (0..8).map(|_| commit(3, noise(&mut chance, CHANGE_BYTES_MAX)));
    assert_eq!(parcel(dense.collect()).pack(), Err(ParcelError::TooBig));
}

#[test]
fn a_commit_without_its_own_signature_is_none() {
    let unsigned = Commit {
        signature: None,
        ..commit(3, vec![7; 9])
    };
    let bytes = parcel(vec![unsigned, commit(3, vec![8; 9])])
        .pack()
        .unwrap();
    assert_eq!(Parcel::unpack(&bytes), Err(ParcelError::Malformed));
}

#[test]
fn a_parcel_of_nothing_is_none() {
    let mut empty = parcel(Vec::new());
    assert_eq!(
        empty.pack().and_then(|it| Parcel::unpack(&it)),
        Err(ParcelError::Malformed)
    );
    empty.docs.clear();
    assert_eq!(
        empty.pack().and_then(|it| Parcel::unpack(&it)),
        Err(ParcelError::Malformed)
    );
}

#[test]
fn text_that_is_no_parcel_is_told_apart() {
    for text in ["0", "0g", "éé", " 00", "+1"] {
        assert_eq!(from_text(text), None, "{text}");
    }
}
