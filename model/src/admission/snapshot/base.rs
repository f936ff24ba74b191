//! What a snapshot is built on.

use crate::kind::Kind;

/// What a snapshot is built on.
#[derive(Debug, Clone, Copy)]
pub enum Base<'a> {
    /// The genesis of a kind.
    Genesis(Kind),
    /// An earlier snapshot.
    Snapshot(&'a [u8]),
}
