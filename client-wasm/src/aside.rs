//! Documents that end the app when they are read. Where a panic cannot be caught, as in a browser, whoever runs the
//! replica is told what goes into Automerge's hands and when it is back ([`Tell`]). Should the app end in between, its
//! next life is told what it was ([`crate::store::APPLYING`]): that document is set aside, and everything else goes on.
//!
//! A document set aside is not loaded, nothing is written to it, and what the relay says of it is kept unread. It is
//! read again when the relay sends another snapshot of it (a next generation is another document), when a person asks
//! for it to be downloaded again, and in the first life of another version of the app.

use besace_model::ids::DocId;
use minicbor::{Decode, Encode};

use crate::store::{from_cbor, to_cbor};

/// Takes in what is about to be read, or nothing once it has been. It returns before the reading begins.
pub type Tell = fn(&[u8]);

/// For those who lose nothing by a panic.
pub fn tell_nobody(_: &[u8]) {}

/// What is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Mark {
    /// The document.
    #[n(0)]
    pub(crate) doc: DocId,
    /// The snapshot of it that just came; none: what the phone held.
    #[n(1)]
    pub(crate) snapshot: Option<u64>,
}

impl Mark {
    pub(crate) fn of(doc: DocId) -> Self {
        let snapshot = None;
        Self { doc, snapshot }
    }

    pub(crate) fn begin(self, tell: Tell) {
        tell(&to_cbor(&self));
    }

    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        from_cbor(bytes)
    }
}

/// Nothing is being read.
pub(crate) fn end(tell: Tell) {
    tell(&[]);
}
