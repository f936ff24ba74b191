//! What is kept of a document beside its content.

use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, MemberId};
use besace_model::limits::ACTOR_BYTES;
use besace_model::sorted::SortedMap;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

/// What a document is and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DocRow {
    /// What it is.
    #[n(0)]
    pub head: DocHead,
    /// When entries were last received, by entry.
    #[n(1)]
    pub received: SortedMap<String, i64>,
    /// The snapshot being downloaded, and its length.
    #[n(2)]
    pub download: Option<Download>,
    /// The number of the next change.
    #[n(3)]
    pub next_change: u32,
    /// Whether the relay has anything of it.
    #[n(4)]
    pub confirmed: bool,
    /// How many fields are to check: without any, nobody has to read the record to know.
    #[cbor(n(5), default)]
    pub conflicts: u32,
    /// The relay's life in which it was last spoken of (see [`MetaRow::life`](super::MetaRow::life)).
    #[cbor(n(6), default)]
    pub life: u32,
    /// While the relay starts over: the number of the first change of its new life. What is older, the snapshot
    /// included, is shown until the relay has said everything, and then dropped.
    #[n(7)]
    pub fresh_from: Option<u32>,
    /// The writing session of this device in it: that of what the relay last accepted from it.
    #[n(8)]
    pub session: Option<ByteArray<ACTOR_BYTES>>,
    /// The heads of the document as its record says it.
    #[cbor(n(9), default)]
    pub heads: Vec<CommitHash>,
    /// Prose that people changed at once and nobody has read since.
    #[cbor(n(10), default)]
    pub rereads: Vec<RereadRow>,
    /// Another writing session of this device in it, for what is made at a state that the first has left behind.
    #[n(11)]
    pub spare: Option<ByteArray<ACTOR_BYTES>>,
}

/// A text of which people changed one paragraph at once.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct RereadRow {
    /// The text's path, `/` between keys.
    #[n(0)]
    pub path: String,
    /// What stood there before.
    #[n(1)]
    pub was: String,
    /// What each made of it.
    #[n(2)]
    pub versions: Vec<VersionRow>,
    /// The heads whose histories were merged.
    #[n(3)]
    pub sides: Vec<CommitHash>,
    /// Somebody said on this phone that they read it, and the document cannot say it.
    #[cbor(n(4), default)]
    pub is_read: bool,
}

/// What somebody made of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct VersionRow {
    /// The text.
    #[n(0)]
    pub text: String,
    /// Who.
    #[n(1)]
    pub by: Option<MemberId>,
    /// When, as their device's clock said, in seconds; 0 when it did not say.
    #[n(2)]
    pub at: i64,
}

/// A download under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Download {
    /// Which snapshot.
    #[n(0)]
    pub snapshot: u64,
    /// Its whole length.
    #[n(1)]
    pub total: u32,
    /// How much has come.
    #[n(2)]
    pub have: u32,
}

/// A document that is not read.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct AsideRow {
    /// The snapshot that ended the app as it came; none: what the phone held.
    #[n(0)]
    pub snapshot: Option<u64>,
    /// The build of the app that it ended.
    #[n(1)]
    pub version: String,
}
