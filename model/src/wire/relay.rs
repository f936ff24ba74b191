//! What the relay says.

use minicbor::{Decode, Encode};

use super::short::ShortNews;
use super::{CommitVerdict, Cursor, DocName};
use crate::error::ErrorCode;
use crate::ids::DocId;
use crate::kind::KindSet;
use crate::time::Timestamp;

/// From the relay.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum ToPhone {
    /// What is new.
    #[n(0)]
    Update(#[n(0)] Update),
    /// Yes.
    #[n(1)]
    Pong,
    /// The link ends.
    #[n(2)]
    Bye(#[n(0)] Bye),
}

/// Verdicts, documents and the new cursor. Applied as one: all stored, or the link is opened again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
pub struct Update {
    /// The relay's clock.
    #[n(0)]
    pub now: Timestamp,
    /// One per pushed commit, in the order pushed.
    #[n(1)]
    pub verdicts: Vec<CommitVerdict>,
    /// Documents the member no longer reads: the phone forgets them before anything else.
    #[n(2)]
    pub lost: Vec<DocId>,
    /// What is new, dependencies first.
    #[n(3)]
    pub docs: Vec<DocUpdate>,
    /// The phone's new place; `None`: unchanged.
    #[n(4)]
    pub cursor: Option<Cursor>,
    /// Documents still to come before the phone is up to date.
    #[n(5)]
    pub remaining: u32,
    /// Set when the phone must start over (another epoch): it keeps its documents, pushes its own commits again and
    /// takes what follows as the truth.
    #[n(6)]
    pub restart: bool,
    /// The kinds of document that the relay knows, said once on a link: of others the phone keeps what it has to say. A
    /// relay that does not say knows [`KindSet::SPINE`].
    #[n(7)]
    pub kinds: Option<KindSet>,
    /// The relay reads the short form; said once on a link.
    #[n(8)]
    pub reads_short: Option<bool>,
    /// What [`Update::verdicts`] and [`Update::docs`] would say, in short: to a phone that said it reads them.
    #[n(9)]
    pub short: Option<ShortNews>,
}

/// New content of one document.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DocUpdate {
    /// The document.
    #[n(0)]
    pub doc: DocName,
    /// A piece of its snapshot; commits follow only with or after the last piece.
    #[n(1)]
    pub piece: Option<Piece>,
    /// Changes the relay accepted, in its order.
    #[n(2)]
    pub changes: Vec<Logged>,
}

/// A piece of a document's snapshot (an Automerge document file).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Piece {
    /// Which snapshot: pieces of another one start over.
    #[n(0)]
    pub snapshot: u64,
    /// Where the piece starts.
    #[n(1)]
    pub offset: u32,
    /// The whole snapshot's length.
    #[n(2)]
    pub total: u32,
    /// The bytes.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

/// An accepted change.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Logged {
    /// When the relay accepted it: milliseconds before the update's `now`.
    #[n(0)]
    pub age_ms: u64,
    /// The raw change chunk.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub change: Vec<u8>,
}

/// Why a link ends.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Bye {
    /// The reason.
    #[cbor(n(0), decode_with = "ErrorCode::of_any_version")]
    pub code: ErrorCode,
    /// Come back no sooner than this.
    #[n(1)]
    pub retry_ms: u32,
}
