//! Faults 72 to 91 of the list, at the judgement: each gets its code, and nothing is recorded.

mod forbidden;
mod form;
mod header;
mod names;
mod path;
mod references;
mod values;

use super::fixture::*;
use crate::admission::DocIndex;
use crate::error::ErrorCode;

/// A document with one line, and the owner's phone that wrote it.
pub(super) fn started() -> (DocIndex, Person, Phone) {
    let (mut index, owner) = (index(), owner());
    let mut phone = Phone::new(&owner, 11);
    accept(&mut index, &owner, &phone.add_line(LINE));
    (index, owner, phone)
}

#[track_caller]
fn refuses(raw: &[u8], code: ErrorCode, path: &str) {
    let (index, owner, _) = started();
    refused(&verdict(&index, &owner, raw), code, path);
}

#[track_caller]
fn refuses_forged(code: ErrorCode, path: &str, edit: impl FnOnce(&mut automerge::ExpandedChange)) {
    let (_, _, mut phone) = started();
    let raw = phone.put(&["lines", LINE], "cents", 7);
    refuses(&forged(&raw, edit), code, path);
}

fn honest() -> Vec<u8> {
    started().2.put(&["lines", LINE], "cents", 7)
}
