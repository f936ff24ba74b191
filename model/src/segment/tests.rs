//! Commits there and back, and bytes that are no segment.

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::*;
use crate::admission::{chunk_of, commit_hash};

fn kept(seq: u64, signature: Option<Vec<u8>>, change: Vec<u8>) -> Kept {
    Kept {
        seq,
        hash: commit_hash(&change),
        signature,
        change,
    }
}

fn noise(chance: &mut ChaCha8Rng, length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    chance.fill_bytes(&mut bytes);
    bytes
}

/// So many commits, most of which build on the one before.
fn some(chance: &mut ChaCha8Rng, count: usize) -> Vec<Kept> {
    let (mut seq, mut commits) = (0, Vec::<Kept>::new());
    for _ in 0..count {
        seq += chance.random_range(1..1_000);
        let signature = match chance.random_range(0..5) {
            0 => None,
            1 => Some(Vec::new()),
            2 => {
                let length = chance.random_range(0..3_000);
                Some(noise(chance, length))
            }
            _ => Some(noise(chance, 64)),
        };
        let length = chance.random_range(0..900);
        let tail = noise(chance, length);
        let change = match (commits.last(), chance.random_range(0..6)) {
            (_, 0) => tail,
            (Some(before), 1..) => chunk_of(&[&[1], &before.hash.0[..], &tail].concat()).0,
            _ => chunk_of(&tail).0,
        };
        commits.push(kept(seq, signature, change));
    }
    commits
}

#[test]
fn commits_come_back_as_they_were() {
    let mut chance = ChaCha8Rng::seed_from_u64(15);
    for _ in 0..200 {
        let count = chance.random_range(0..40);
        let commits = some(&mut chance, count);
        assert_eq!(unpack(&pack(&commits).unwrap()).unwrap(), commits);
    }
}

#[test]
fn a_segment_holds_what_its_limits_say_and_no_more() {
    let change = |n: usize, length| {
        kept(
            n as u64,
            None,
            noise(&mut ChaCha8Rng::seed_from_u64(1), length),
        )
    };
    let mut commits: Vec<_> = (0..SEGMENT_COMMITS_MAX).map(|n| change(n, 9)).collect();
    assert_eq!(unpack(&pack(&commits).unwrap()).unwrap(), commits);
    commits.push(change(SEGMENT_COMMITS_MAX, 9));
    assert_eq!(pack(&commits), None);
    let longest = change(1, SEGMENT_BYTES_MAX - COMMIT_BYTES);
    let packed = pack(std::slice::from_ref(&longest)).unwrap();
    assert_eq!(unpack(&packed).unwrap(), [longest]);
    assert_eq!(pack(&[change(1, SEGMENT_BYTES_MAX)]), None);
}

#[test]
fn bytes_that_are_no_segment_are_none_whatever_they_say() {
    let mut chance = ChaCha8Rng::seed_from_u64(16);
    let good = pack(&some(&mut chance, 12)).unwrap();
    for length in 0..good.len() {
        assert_eq!(unpack(&good[..length]), None, "cut at {length}");
    }
    assert_eq!(unpack(&[&good[..], &[0]].concat()), None);
    for _ in 0..2_000 {
        let mut bad = good.clone();
        let at = chance.random_range(0..bad.len());
        bad[at] ^= 1 << chance.random_range(0..8);
        // What cannot be told from a segment has other names than the log says, and is found by these.
        drop(unpack(&bad));
    }
    let squeezed = |bytes: &[u8]| deflated(VERSION, bytes, LEVEL, bytes.len() + 64).unwrap();
    let bomb = squeezed(&vec![0; 64 * 1024 * 1024]);
    assert!(bomb.len() < SEGMENT_BYTES_MAX);
    assert_eq!(unpack(&bomb), None);
    // An array that is said to have 2^60 elements.
    let endless = [&[0x83, 0x9b, 0x10][..], &[0; 7]].concat();
    assert_eq!(unpack(&squeezed(&endless)), None);
    let columns = |count: usize, of: Short| Columns {
        steps: vec![1; count],
        signatures: vec![None; count],
        changes: vec![of; count],
    };
    let crowd = columns(SEGMENT_COMMITS_MAX + 1, Short::Whole(Vec::new()));
    let headless = columns(1, Short::Next(vec![7]));
    for bad in [crowd, headless] {
        assert_eq!(unpack(&squeezed(&minicbor::to_vec(&bad).unwrap())), None);
    }
}

/// Written by the first version.
const FIRST: &[u8] = include_bytes!("tests/first.bin");

#[test]
fn what_the_first_version_wrote_is_read_for_ever() {
    let first = chunk_of(&[0, 16, 7, 7]).0;
    let next = chunk_of(&[&[1], &commit_hash(&first).0[..], &[16, 7, 8]].concat()).0;
    let commits = [
        kept(3, Some(vec![5; 64]), first),
        kept(300, None, next),
        kept(301, Some(Vec::new()), b"no chunk".to_vec()),
    ];
    assert_eq!(unpack(FIRST).unwrap(), commits);
}
