//! The relay's word on a commit.

use minicbor::{Decode, Encode};

use crate::error::ErrorCode;
use crate::ids::{CommitHash, DocId};
use crate::time::Timestamp;

/// The relay's word on one commit.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct CommitVerdict {
    /// The document.
    #[n(0)]
    pub doc: DocId,
    /// The change.
    #[n(1)]
    pub hash: CommitHash,
    /// The verdict.
    #[n(2)]
    pub verdict: Verdict,
}

/// What became of a commit. Recorded once; asked again, the answer is the same.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Verdict {
    /// Durable, and on its way to the others.
    #[n(0)]
    Accepted(#[n(0)] Receipt),
    /// Was accepted before.
    #[n(1)]
    Duplicate(#[n(0)] Receipt),
    /// Known dependencies are missing; push them first.
    #[n(2)]
    Need(#[n(0)] Vec<CommitHash>),
    /// Never; the code says why, the path where.
    #[n(3)]
    Refused(
        #[cbor(n(0), decode_with = "ErrorCode::of_any_version")] ErrorCode,
        #[n(1)] String,
    ),
    /// Kept aside for a person to decide. Relays of before said so; now what is not taken is refused.
    #[n(4)]
    Held(#[cbor(n(0), decode_with = "ErrorCode::of_any_version")] ErrorCode),
    /// Not now; nothing was stored.
    #[n(5)]
    Retry(#[n(0)] u32),
}

/// Where and when a commit was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Receipt {
    /// Its place in the cooperative's log.
    #[n(0)]
    pub seq: u64,
    /// The relay's clock.
    #[n(1)]
    pub at: Timestamp,
}
