//! Changes there and back, and bytes that are no chunk.

use super::*;

/// A chunk of these contents.
fn chunk(contents: &[u8]) -> Vec<u8> {
    let headless = Short::Headless(contents.to_vec());
    Chain::default().restore(headless).unwrap()
}

fn there_and_back(all: &[Vec<u8>]) -> Vec<Short> {
    let (mut there, mut back) = (Chain::default(), Chain::default());
    all.iter()
        .map(|raw| {
            let short = there.shorten(raw);
            assert_eq!(back.restore(short.clone()).as_ref(), Ok(raw));
            short
        })
        .collect()
}

#[test]
fn a_change_that_builds_on_the_one_before_travels_without_its_name() {
    let first = chunk(&[0, 16, 7, 7]);
    let hash = commit_hash(&first);
    let next = chunk(&[&[1], hash.0.as_slice(), &[16, 7, 8]].concat());
    let both = chunk(&[&[2], hash.0.as_slice(), &hash.0, &[9]].concat());
    let shorts = there_and_back(&[first, next, both]);
    assert!(matches!(&shorts[0], Short::Headless(contents) if contents.len() == 4));
    assert_eq!(shorts[1], Short::Next(vec![16, 7, 8]));
    assert!(matches!(shorts[2], Short::Headless(_)));
}

#[test]
fn bytes_that_are_no_chunk_travel_as_they_are() {
    let good = chunk(&[0; 200]);
    let mut other_checksum = good.clone();
    other_checksum[5] ^= 1;
    let mut long_length = good[..9].to_vec();
    long_length.extend([0xc8, 0x81, 0]);
    long_length.extend(&good[11..]);
    let odd = [
        Vec::new(),
        vec![1],
        good[..8].to_vec(),
        other_checksum,
        long_length,
    ];
    let shorts = there_and_back(&odd);
    assert!(shorts.iter().all(|short| matches!(short, Short::Whole(_))));
    assert!(matches!(there_and_back(&[good])[..], [Short::Headless(_)]));
}

#[test]
fn what_follows_nothing_is_no_message() {
    let next = Short::Next(vec![1, 2]);
    assert_eq!(Chain::default().restore(next), Err(WireError::Malformed));
}
