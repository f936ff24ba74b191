//! Cursors: where a phone stands. Opaque to phones, so its form may change with an epoch.

use besace_model::kind::KindSet;
use besace_model::wire::Cursor;
use minicbor::{Decode, Encode};

/// A cursor's content.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Position {
    /// The history it belongs to.
    #[n(0)]
    pub(crate) epoch: u64,
    /// Every entry up to here, of the audiences read at this place, is on the phone.
    #[n(1)]
    pub(crate) seq: u64,
    /// What the entry at `seq` (at `upto` with work under way) looked like: another one there means that this file
    /// lost the end of its log.
    #[n(2)]
    pub(crate) mark: u32,
    /// The catch-up under way.
    #[n(3)]
    pub(crate) work: Option<Work>,
    /// The kinds of document that this is said of; cursors of before there were others do not say.
    #[n(4)]
    pub(crate) kinds: Option<KindSet>,
}

/// A catch-up from `seq` to `upto`, in three stages.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Work {
    /// Where it ends, fixed when it starts.
    #[n(0)]
    pub(crate) upto: u64,
    /// How far it is.
    #[n(1)]
    pub(crate) stage: Stage,
    /// The kinds that are on their way, fixed when it starts.
    #[n(2)]
    pub(crate) kinds: Option<KindSet>,
}

/// What a catch-up is doing. Stages follow each other in this order.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(crate) enum Stage {
    /// Telling what the member no longer reads: audiences in their order, documents in theirs.
    #[n(0)]
    Lost {
        #[n(0)]
        audience: u32,
        #[n(1)]
        doc: i64,
    },
    /// Sending whole documents of audiences read since `seq`.
    #[n(1)]
    Download {
        /// The next document, or the one that a frame ended in.
        #[n(0)]
        at: Spot,
        /// Documents not wholly sent.
        #[n(1)]
        left: u32,
    },
    /// Sending entries after this one of audiences read all along.
    #[n(2)]
    Log(#[n(0)] u64),
}

/// A place in the order of a download: rank, audience, kind, document, and how much of the document was sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub(crate) struct Spot {
    #[n(0)]
    pub(crate) rank: u8,
    #[n(1)]
    pub(crate) audience: u32,
    #[n(2)]
    pub(crate) kind: u8,
    #[n(3)]
    pub(crate) doc: i64,
    /// The snapshot that was begun; 0: none.
    #[n(4)]
    pub(crate) snapshot: u64,
    /// Bytes sent of it.
    #[n(5)]
    pub(crate) offset: u32,
    /// The last change sent after the snapshot.
    #[n(6)]
    pub(crate) seq: u64,
}

impl Position {
    pub(crate) fn decode(cursor: &Cursor) -> Option<Self> {
        minicbor::decode(&cursor.0).ok()
    }

    pub(crate) fn encode(&self) -> Cursor {
        Cursor(besace_model::wire::encode(self))
    }
}
