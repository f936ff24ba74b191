//! The wire format.
//!
//! # Protocol 1
//! Frames are CBOR (RFC 8949, definite lengths), one per WebSocket message or, over HTTPS, each behind its length as
//! four big-endian bytes. A frame is at most [`FRAME_BYTES_MAX`] bytes. Structures are arrays whose later fields may
//! be missing: a newer end adds fields at the end, an older end skips them. An unknown variant is
//! [`ErrorCode::BadMessage`]; an unknown protocol number is [`ErrorCode::Upgrade`].
//!
//! | from | frame | says |
//! |---|---|---|
//! | phone | [`ToRelay::Hello`] | who I am (access token), where I stand (cursor), what I have to say (commits), what I know was accepted |
//! | phone | [`ToRelay::Push`] | more commits, on a live link |
//! | phone | [`ToRelay::Token`] | a fresh access token for this link |
//! | phone | [`ToRelay::Ping`] | are you there |
//! | relay | [`ToPhone::Update`] | verdicts on your commits, what changed after your cursor, your new cursor |
//! | relay | [`ToPhone::Pong`] | yes |
//! | relay | [`ToPhone::Bye`] | the link ends, and why |
//!
//! One exchange whatever the number of documents: a hello is answered by one update, or by several when there is
//! more than fits; `remaining` tells how many documents are still to come. Nothing changed: one small frame each way.
//! The cursor of an update is valid once everything in the update is stored, so a cut link resumes where it stopped.
//! Over HTTPS the same hello gets the same updates, bounded in number, with `live: false`; the phone asks again while
//! `remaining` is not zero.

use minicbor::{Decode, Encode};

use crate::commit::Commit;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::ids::{CommitHash, DocId};
use crate::kind::KindSet;
use crate::limits::FRAME_BYTES_MAX;
use crate::time::Timestamp;

/// The protocol this code speaks.
pub const PROTOCOL: u16 = 1;

/// From a phone.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum ToRelay {
    /// Opens a link, or is the whole exchange over HTTPS.
    #[n(0)]
    Hello(#[n(0)] Hello),
    /// More commits.
    #[n(1)]
    Push(#[n(0)] Vec<DocPush>),
    /// A fresh access token for the same device.
    #[n(2)]
    Token(#[n(0)] String),
    /// Are you there?
    #[n(3)]
    Ping,
}

/// The first frame of a phone.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Hello {
    /// The protocol the phone speaks.
    #[n(0)]
    pub protocol: u16,
    /// The access token (a JWT).
    #[n(1)]
    pub token: String,
    /// Where the phone stands; `None` on a fresh phone.
    #[n(2)]
    pub cursor: Option<Cursor>,
    /// Whether the link stays open.
    #[n(3)]
    pub live: bool,
    /// The outbox, or its beginning.
    #[n(4)]
    pub pushes: Vec<DocPush>,
    /// The last of this phone's commits that the relay accepted, as far as the phone knows.
    #[n(5)]
    pub witness: Option<Witness>,
    /// The kinds of document that the phone knows: it is sent no others. A phone that does not say knows
    /// [`KindSet::SPINE`].
    #[n(6)]
    pub kinds: Option<KindSet>,
}

/// A commit that was accepted and where. A relay that has another entry at that place, or none, lost the end of its
/// log, whatever the cursor says: a phone that downloads everything anew has none, and one may be older than the loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Witness {
    /// Its place in the log.
    #[n(0)]
    pub seq: u64,
    /// The change's [`CommitHash::mark`].
    #[n(1)]
    pub mark: u32,
}

/// Commits for one document, in the order they were made.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DocPush {
    /// The document.
    #[n(0)]
    pub doc: DocName,
    /// The commits.
    #[n(1)]
    pub commits: Vec<Commit>,
}

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

/// The bytes are not a frame of this protocol.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// Longer than [`FRAME_BYTES_MAX`].
    #[error("a frame of {0} bytes is too long")]
    TooLong(usize),
    /// Not CBOR of the expected form.
    #[error("not a message of this protocol")]
    Malformed,
    /// Bytes after the end.
    #[error("bytes after the end of the message")]
    Trailing,
}

impl WireError {
    /// The code that crosses the wire.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::TooLong(_) => ErrorCode::TooBig,
            Self::Malformed | Self::Trailing => ErrorCode::BadMessage,
        }
    }
}

/// Writes a frame.
#[must_use]
pub fn encode<T: Encode<()>>(message: &T) -> Vec<u8> {
    minicbor::to_vec(message)
        .expect("writing to memory cannot fail, and no message refuses to be written")
}

/// Reads a frame. Lengths are checked against the input before anything is reserved; nesting is bounded by the types.
///
/// # Errors
/// [`WireError`] when the bytes are too long, are not a message, or go on after it.
pub fn decode<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, WireError> {
    if bytes.len() > FRAME_BYTES_MAX {
        return Err(WireError::TooLong(bytes.len()));
    }
    let mut decoder = minicbor::Decoder::new(bytes);
    let message = decoder.decode().map_err(|_| WireError::Malformed)?;
    if decoder.position() != bytes.len() {
        return Err(WireError::Trailing);
    }
    Ok(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_of_a_later_version_ends_no_link() {
        let bye = Bye {
            code: ErrorCode::UnknownReason,
            retry_ms: 5,
        };
        let mut bytes = encode(&ToPhone::Bye(bye.clone()));
        let known = minicbor::to_vec(ErrorCode::UnknownReason).unwrap();
        let at = bytes
            .windows(known.len())
            .position(|it| it == known)
            .unwrap();
        let later = minicbor::to_vec(77_u32).unwrap();
        assert!(minicbor::decode::<ErrorCode>(&later).is_err());
        bytes.splice(at..at + known.len(), later);
        assert_eq!(decode(&bytes), Ok(ToPhone::Bye(bye)));
    }
}
