//! Admission: what the relay does with a commit before it is stored, and what a phone does before it signs one.
//!
//! | step | where | what |
//! |---|---|---|
//! | 1 | [`prescan`] | our own reading of the bytes, bounded and canonical, before Automerge sees any |
//! | 2 | [`judge`](mod@judge) | signature, device, author, actor |
//! | 3 | [`judge`](mod@judge) | sequence, dependencies, first operation |
//! | 4 | `resolve` | every operation refers to ancestors, to the right object, to the right place |
//! | 5 | [`judge`](mod@judge) | every operation is allowed by the rule table for the author's grants now |
//! | 6 | [`trial`] | Automerge applies it |
//!
//! Pure: no clock, no randomness, no IO. Whatever the bytes, the answer is a value, never a panic.

mod bytes;
mod closing;
mod columns;
mod graph;
mod ops;
mod resolve;
mod rows;
mod slots;
mod standing;

pub mod index;
pub mod judge;
pub mod prescan;
pub mod snapshot;
#[cfg(test)]
mod tests;
pub mod trial;
pub mod watch;

pub use index::{DocIndex, IndexError};
pub(crate) use judge::proven_by_later;
pub use judge::{
    Accepted, Author, Judgement, check_rules, judge, judge_anywhere, judge_parsed, read_signed,
    read_signed_all,
};
pub use prescan::{Parsed, commit_hash, declared_ops, session_of, writes_word};
pub(crate) use prescan::{chunk_of, contents_of};
pub use snapshot::{ApplyFailed, Base};
pub use trial::Trial;
pub use watch::Watch;
