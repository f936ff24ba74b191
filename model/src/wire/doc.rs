//! How documents and places in the log are named on the wire.

use minicbor::{Decode, Encode};

use crate::head::DocHead;
use crate::ids::DocId;
use crate::kind::KindSet;

/// A document by name, or with all that names it where the other end may not know it yet.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum DocName {
    /// Known to both.
    #[n(0)]
    Known(#[n(0)] DocId),
    /// Perhaps new to the other end.
    #[n(1)]
    Head(#[n(0)] DocHead),
}

/// Where a phone stands in its cooperative's log. Opaque to phones: they store it and give it back.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Cursor(#[cbor(with = "minicbor::bytes")] pub Vec<u8>);

/// What a phone reads, as it said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reads {
    /// The kinds of document that both ends know.
    pub kinds: KindSet,
    /// The short form (see [`super::short`]).
    pub short: bool,
}

impl Reads {
    /// What the first phones read.
    pub const SPINE: Self = Self {
        kinds: KindSet::SPINE,
        short: false,
    };
}
