//! Maps and sets as one sorted list, for what records and rows hold.
//!
//! `BTreeMap` adds some eight kilobytes of code for each pair of types, and a phone downloads all of it. This adds a
//! fraction, and is as fast where keys come in order, as they do from documents and rows. Where many come in any order
//! and the map is large, take `BTreeMap`.

mod cbor;
mod entries;
mod keyed;
mod map;
mod set;
#[cfg(test)]
mod tests;

pub use entries::Iter;
pub use map::SortedMap;
pub use set::{Members, SortedSet};
