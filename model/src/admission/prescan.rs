//! Our own reading of one Automerge change, before Automerge sees a byte of it.
//!
//! Takes plain change chunks only: no document, no deflate, no bundle, so nothing is ever inflated. Memory is bounded
//! by the bytes given and by the named limits; nothing is expanded before it is counted; no input can panic. A change
//! is taken only in the one form in which Automerge writes it (shortest numbers, maximal runs, columns and actors in
//! order, none unused), because Automerge rebuilds changes from its own columns when it loads a document and the
//! rebuilt bytes must have the same hash.
//!
//! Knows the format, not the document: what the operations refer to is [`super::resolve`]'s matter.

mod footer;
mod frame;
mod head;
mod op;
mod parsed;

use super::bytes::Malformed;
use super::ops;
use crate::error::ErrorCode;
use crate::ids::CommitHash;
use crate::limits::ACTOR_BYTES;
use footer::read_author;
use frame::check_frame;
pub use frame::commit_hash;
pub(crate) use frame::{chunk_of, contents_of};
pub(super) use head::Head;
use head::Origin;
pub(super) use op::{KeyRef, Literal, LocalId, ObjectRef, Op, OpAction};
pub use parsed::Parsed;

/// The 16 bytes that name a writing session of one device in one document.
pub type ActorBytes = [u8; ACTOR_BYTES];

/// How many operations a change declares, without reading them; at most [`crate::limits::CHANGE_OPS_MAX`], and none when it cannot
/// be read that far. A few bytes may declare thousands, each of which takes memory once read.
#[must_use]
pub fn declared_ops(raw: &[u8]) -> usize {
    let count = Head::read(raw, CommitHash([0; 32]), Origin::Member)
        .and_then(|(_, mut input)| ops::count(&mut input));
    count.unwrap_or_default()
}

/// The writing session of a change, without reading its operations; `None` when it cannot be read that far.
#[must_use]
pub fn session_of(raw: &[u8]) -> Option<ActorBytes> {
    let head = Head::read(raw, CommitHash([0; 32]), Origin::Member);
    head.ok().map(|(head, _)| head.actor)
}

impl Parsed {
    /// Reads a change that came from outside.
    ///
    /// # Errors
    /// The code of faults 72, 73, 75, 76, 78, 79, 82, 83 and 84, whichever is met first.
    pub fn scan(raw: Vec<u8>) -> Result<Self, ErrorCode> {
        let hash = commit_hash(&raw);
        Self::scan_hashed(raw, hash)
    }

    pub(super) fn scan_hashed(raw: Vec<u8>, hash: CommitHash) -> Result<Self, ErrorCode> {
        check_frame(&raw, hash)?;
        Self::read(raw, hash)
    }

    /// Reads a change of our own log again: its hash is the one it was stored under and is not computed again.
    ///
    /// # Errors
    /// As [`Parsed::scan`]; for an accepted change it means the log is damaged.
    pub fn replay(raw: Vec<u8>, hash: CommitHash) -> Result<Self, ErrorCode> {
        Self::read(raw, hash)
    }

    /// Reads a genesis: alone in building on nothing and in having no author.
    pub(super) fn genesis(raw: Vec<u8>, hash: CommitHash) -> Result<Self, ErrorCode> {
        Self::read_as(raw, hash, Origin::Genesis)
    }

    fn read(raw: Vec<u8>, hash: CommitHash) -> Result<Self, ErrorCode> {
        Self::read_as(raw, hash, Origin::Member)
    }

    fn read_as(raw: Vec<u8>, hash: CommitHash, origin: Origin) -> Result<Self, ErrorCode> {
        let (head, mut input) = Head::read(&raw, hash, origin)?;
        let (ops, preds) = ops::read(&mut input, &head.actor, &head.other_actors)?;
        if head.start_op + ops.len() as u64 > u64::from(u32::MAX) {
            return Err(ErrorCode::BadStartOp);
        }
        let author = match origin {
            Origin::Genesis => None,
            Origin::Member => read_author(input, head.seq)?,
        };
        Ok(Self {
            head,
            author,
            rests_on_next: false,
            ops,
            preds,
            raw,
        })
    }
}

/// Whether a change writes this word at this key of some map, wherever in its document that lies.
#[must_use]
pub fn writes_word(raw: &[u8], key: &str, word: &str) -> bool {
    let Ok(parsed) = Parsed::replay(raw.to_vec(), CommitHash([0; 32])) else {
        return false;
    };
    parsed.ops.iter().any(|op| match (op.key, op.action) {
        (KeyRef::Map(at), OpAction::Set(Literal::Str(value))) => {
            at.text(raw) == key && value.text(raw) == word
        }
        _ => false,
    })
}

impl From<Malformed> for ErrorCode {
    fn from(_: Malformed) -> Self {
        Self::BadChunk
    }
}
