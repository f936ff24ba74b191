//! The mechanism of documents: what may be written where, how every document begins, and how it is read and written. It knows
//! no kind: each says in `kinds` what it needs.

pub mod commands;
pub(crate) mod entry;
pub mod field;
pub mod genesis;
pub(crate) mod restate;
pub mod rules;
mod text;
pub(crate) mod tree;
pub(crate) mod typed;
pub mod word;
pub mod writer;
