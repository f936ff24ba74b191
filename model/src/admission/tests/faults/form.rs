//! Faults 72, 73 and 83: bytes that are not one plain change in its one form.

use automerge::transaction::Transactable;

use super::super::fixture::*;
use super::{honest, refuses, started};
use crate::error::ErrorCode;
use crate::limits::{CHANGE_BYTES_MAX, CHANGE_OPS_MAX};

#[test]
fn f72_other_chunks_are_refused_before_anything_is_inflated() {
    let raw = honest();
    for kind in [0, 2, 3, 4, 255] {
        refuses(&sealed(kind, contents(&raw)), ErrorCode::BadChunk, "");
    }
    let document = started().2.doc.save();
    refuses(&document, ErrorCode::BadChunk, "");
    // The action column (66) flagged as deflated (74).
    let flagged: Vec<u8> = contents(&raw)
        .iter()
        .map(|byte| if *byte == 66 { 74 } else { *byte })
        .collect();
    refuses(&sealed(1, &flagged), ErrorCode::BadChunk, "");
    refuses(&[], ErrorCode::BadChunk, "");
    refuses(&vec![0; CHANGE_BYTES_MAX + 1], ErrorCode::TooBig, "");
}

#[test]
fn f73_a_few_bytes_that_claim_a_million_operations_are_refused_by_the_prescan() {
    let (_, _, mut phone) = started();
    let note = phone.object(&["lines", LINE, "note"]);
    let long = "a".repeat(CHANGE_OPS_MAX + 1);
    let many = phone.write(|tx| tx.splice_text(&note, 0, 0, &long).unwrap());
    refuses(&many, ErrorCode::TooManyOps, "");
    // One row's columns, each made a run: the counts say a million, the bytes stay few.
    let raw = honest();
    let action_run = [0xc0, 0x84, 0x3d, 1];
    let spliced = with_column(&raw, 66, &action_run);
    refuses(&spliced, ErrorCode::TooManyOps, "");
    let endless = [0x80, 0x80, 0x80, 0x80, 0x10, 1];
    refuses(&with_column(&raw, 66, &endless), ErrorCode::TooManyOps, "");
}

/// The change with the one-row columns made endless and the action column replaced.
fn with_column(raw: &[u8], column: u8, data: &[u8]) -> Vec<u8> {
    let contents = contents(raw);
    let table = contents
        .windows(3)
        .position(|bytes| bytes == [1, 2, 2])
        .unwrap();
    let count = contents[table - 1] as usize;
    let (mut head, mut body) = (contents[..table].to_vec(), Vec::new());
    let mut data_at = table + 2 * count;
    for pair in contents[table..data_at].chunks(2) {
        let len = pair[1] as usize;
        let old = &contents[data_at..data_at + len];
        data_at += len;
        let new = match pair[0] {
            c if c == column => data.to_vec(),
            52 => vec![0xc0, 0x84, 0x3d],
            // A stretch of one value becomes a run of a million.
            _ if old[0] == 0x7f => [&[0xc0, 0x84, 0x3d], &old[1..]].concat(),
            _ => old.to_vec(),
        };
        head.extend([pair[0], new.len() as u8]);
        body.extend(new);
    }
    head.extend(body);
    head.extend(&contents[data_at..]);
    sealed(1, &head)
}

#[test]
fn f83_a_wrong_checksum_or_another_spelling_is_refused() {
    let raw = honest();
    let mut wrong = raw.clone();
    wrong[5] ^= 1;
    refuses(&wrong, ErrorCode::BadChunk, "");
    let longer = [contents(&raw), &[0]].concat();
    refuses(&sealed(1, &longer), ErrorCode::BadChunk, "");
    let mut padded = raw.clone();
    padded.push(0);
    refuses(&padded, ErrorCode::BadChunk, "");
    // The number of dependencies in two bytes instead of one.
    let body = contents(&raw);
    let spelled = [&[body[0] | 0x80, 0], &body[1..]].concat();
    refuses(&sealed(1, &spelled), ErrorCode::BadChunk, "");
    for cut in 0..raw.len() {
        refuses(&raw[..cut], ErrorCode::BadChunk, "");
    }
}
