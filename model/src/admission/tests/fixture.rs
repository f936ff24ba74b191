//! A rule table of the tests' own, a cooperative of three, and writers that make real changes.

mod bytes;
mod people;
mod phone;
mod table;
mod verdict;

pub(super) use bytes::{contents, forged, op_id, sealed};
pub(super) use people::{Person, coach, owner, stranger};
pub(super) use phone::Phone;
pub(super) use table::{LINE, OTHER_LINE, genesis, rules};
pub(super) use verdict::{accept, doc_id, index, judge_commit, refused, signed, verdict};
