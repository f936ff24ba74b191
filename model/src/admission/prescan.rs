//! Our own reading of one Automerge change, before Automerge sees a byte of it.
//!
//! Takes plain change chunks only: no document, no deflate, no bundle, so nothing is ever inflated. Memory is bounded
//! by the bytes given and by the named limits; nothing is expanded before it is counted; no input can panic. A change
//! is taken only in the one form in which Automerge writes it (shortest numbers, maximal runs, columns and actors in
//! order, none unused), because Automerge rebuilds changes from its own columns when it loads a document and the
//! rebuilt bytes must have the same hash.
//!
//! Knows the format, not the document: what the operations refer to is [`super::resolve`]'s matter.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::bytes::{ByteReader, Malformed, Span};
use super::ops;
use crate::error::ErrorCode;
use crate::ids::{CommitHash, ID_BYTES, MemberId};
use crate::limits::{
    ACTOR_BYTES, CHANGE_ACTORS_MAX, CHANGE_BYTES_MAX, CHANGE_DEPS_MAX, CHANGE_TIME_SECONDS_MAX,
};

/// The 16 bytes that name a writing session of one device in one document.
pub type ActorBytes = [u8; ACTOR_BYTES];

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const CHECKSUM_BYTES: usize = 4;
/// Where type, length and contents start: the part of a chunk that its hash covers.
const HASHED_FROM: usize = MAGIC.len() + CHECKSUM_BYTES;
const PLAIN_CHANGE: u8 = 1;
const AUTHOR_FOOTER: u8 = 1;

/// The hash that names a change: SHA-256 over its type, length and contents. Defined for any bytes, so that what is
/// refused still has a name to be answered by.
#[must_use]
pub fn commit_hash(raw: &[u8]) -> CommitHash {
    CommitHash(Sha256::digest(raw.get(HASHED_FROM..).unwrap_or_default()).into())
}

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

/// What stands before a change's operations: enough to name it and to see what it builds on.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) hash: CommitHash,
    pub(super) actor: ActorBytes,
    seq: u64,
    start_op: u64,
    time: i64,
    pub(super) deps: Vec<CommitHash>,
    other_actors: Vec<ActorBytes>,
}

/// A change that passed the pre-scan: well formed in itself.
#[derive(Debug, Clone)]
pub struct Parsed {
    pub(super) raw: Vec<u8>,
    head: Head,
    author: Option<MemberId>,
    pub(super) rests_on_next: bool,
    pub(super) ops: Vec<Op>,
    pub(super) preds: Vec<LocalId>,
}

/// An operation's name inside one change: an index into the change's actors (0 is its own) and a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LocalId {
    pub(super) actor: u16,
    pub(super) counter: u32,
}

/// The object an operation writes in; `None` is the root.
pub(super) type ObjectRef = Option<LocalId>;

/// The place in the object.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum KeyRef {
    Map(Span),
    Head,
    Element(LocalId),
}

/// What an operation does. The actions our documents have no use for are refused before they get here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum OpAction {
    MakeMap,
    MakeText,
    Set(Literal),
    Delete,
}

/// A scalar as written in the change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Literal {
    Str(Span),
    Int(i64),
    Bool(bool),
    Other,
}

/// One operation.
#[derive(Debug, Clone)]
pub(super) struct Op {
    pub(super) object: ObjectRef,
    pub(super) key: KeyRef,
    pub(super) insert: bool,
    pub(super) action: OpAction,
    pub(super) preds: Range<u32>,
}

/// Where a change comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    Genesis,
    Member,
}

impl Head {
    /// Reads the head of a change that came from outside.
    pub(super) fn scan(raw: &[u8]) -> Result<Self, ErrorCode> {
        let hash = commit_hash(raw);
        check_frame(raw, hash)?;
        Self::read(raw, hash, Origin::Member).map(|(head, _)| head)
    }

    /// The head, and where the operations begin.
    fn read(
        raw: &[u8],
        hash: CommitHash,
        origin: Origin,
    ) -> Result<(Self, ByteReader<'_>), ErrorCode> {
        let mut input = contents(raw)?;
        let deps = read_deps(&mut input)?;
        if deps.is_empty() != (origin == Origin::Genesis) {
            return Err(ErrorCode::BadDeps);
        }
        let actor = read_actor(&mut input)?;
        let seq = input.unsigned()?;
        if seq == 0 {
            return Err(ErrorCode::BadSeq);
        }
        let start_op = input.unsigned()?;
        if start_op == 0 || start_op > u64::from(u32::MAX) {
            return Err(ErrorCode::BadStartOp);
        }
        let time = input.signed()?;
        if time.unsigned_abs() > CHANGE_TIME_SECONDS_MAX {
            return Err(ErrorCode::BadValue);
        }
        if input.length()? != 0 {
            return Err(ErrorCode::BadChunk);
        }
        let other_actors = read_other_actors(&mut input, &actor)?;
        let head = Self {
            hash,
            actor,
            seq,
            start_op,
            time,
            deps,
            other_actors,
        };
        Ok((head, input))
    }
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

    /// The raw chunk.
    #[must_use]
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Gives the raw chunk back.
    #[must_use]
    pub fn into_raw(self) -> Vec<u8> {
        self.raw
    }

    /// The change's name.
    #[must_use]
    pub fn hash(&self) -> CommitHash {
        self.head.hash
    }

    /// The writing session.
    #[must_use]
    pub fn actor(&self) -> &ActorBytes {
        &self.head.actor
    }

    /// The author: stands on the first change of an actor, and only there.
    #[must_use]
    pub fn author(&self) -> Option<MemberId> {
        self.author
    }

    /// Whether its own signature was not verified, since a later change of the same push proves it: whoever stores
    /// this one without that one must see to its signature.
    #[must_use]
    pub fn rests_on_next(&self) -> bool {
        self.rests_on_next
    }

    /// Its place among the actor's changes, from 1.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.head.seq
    }

    /// The counter of its first operation.
    #[must_use]
    pub fn start_op(&self) -> u64 {
        self.head.start_op
    }

    /// The counter of its last operation.
    #[must_use]
    pub fn max_op(&self) -> u64 {
        self.head.start_op + (self.ops.len() as u64).saturating_sub(1)
    }

    /// How many operations it has.
    #[must_use]
    pub fn ops_count(&self) -> usize {
        self.ops.len()
    }

    /// The device's clock when it was made, in seconds as Automerge's callers set it, at most
    /// [`CHANGE_TIME_SECONDS_MAX`] from 1970; never evidence.
    #[must_use]
    pub fn time(&self) -> i64 {
        self.head.time
    }

    /// The changes it builds on.
    #[must_use]
    pub fn deps(&self) -> &[CommitHash] {
        &self.head.deps
    }

    pub(super) fn other_actors(&self) -> &[ActorBytes] {
        &self.head.other_actors
    }

    pub(super) fn preds_of(&self, op: &Op) -> &[LocalId] {
        self.preds
            .get(op.preds.start as usize..op.preds.end as usize)
            .unwrap_or_default()
    }
}

impl From<Malformed> for ErrorCode {
    fn from(_: Malformed) -> Self {
        Self::BadChunk
    }
}

/// Length and checksum of what came from outside.
fn check_frame(raw: &[u8], hash: CommitHash) -> Result<(), ErrorCode> {
    if raw.len() > CHANGE_BYTES_MAX {
        return Err(ErrorCode::TooBig);
    }
    if raw.get(MAGIC.len()..HASHED_FROM) == hash.0.get(..CHECKSUM_BYTES) {
        Ok(())
    } else {
        Err(ErrorCode::BadChunk)
    }
}

/// The contents of a plain change chunk, and of nothing else.
fn contents(raw: &[u8]) -> Result<ByteReader<'_>, ErrorCode> {
    let mut input = ByteReader::new(raw);
    if input.array()? != MAGIC {
        return Err(ErrorCode::BadChunk);
    }
    input.bytes(CHECKSUM_BYTES)?;
    if input.byte()? != PLAIN_CHANGE || input.length()? != input.len() {
        return Err(ErrorCode::BadChunk);
    }
    Ok(input)
}

/// Sorted, as Automerge writes them, hence distinct.
fn read_deps(input: &mut ByteReader<'_>) -> Result<Vec<CommitHash>, ErrorCode> {
    let count = input.length()?;
    if count > CHANGE_DEPS_MAX {
        return Err(ErrorCode::BadDeps);
    }
    let mut deps = Vec::with_capacity(count);
    for _ in 0..count {
        deps.push(CommitHash(input.array()?));
    }
    if deps.is_sorted_by(|a, b| a < b) {
        Ok(deps)
    } else {
        Err(ErrorCode::BadDeps)
    }
}

fn read_actor(input: &mut ByteReader<'_>) -> Result<ActorBytes, ErrorCode> {
    if input.length()? != ACTOR_BYTES {
        return Err(ErrorCode::BadActor);
    }
    Ok(input.array()?)
}

fn read_other_actors(
    input: &mut ByteReader<'_>,
    own: &ActorBytes,
) -> Result<Vec<ActorBytes>, ErrorCode> {
    let count = input.length()?;
    if count > CHANGE_ACTORS_MAX {
        return Err(ErrorCode::BadActor);
    }
    let mut others = Vec::with_capacity(count);
    for _ in 0..count {
        others.push(read_actor(input)?);
    }
    if !others.is_sorted_by(|a, b| a < b) || others.contains(own) {
        return Err(ErrorCode::BadChunk);
    }
    Ok(others)
}

/// Automerge keeps the author behind the columns of an actor's first change: a tag, a length, the bytes.
fn read_author(mut input: ByteReader<'_>, seq: u64) -> Result<Option<MemberId>, ErrorCode> {
    if input.is_empty() {
        return if seq == 1 {
            Err(ErrorCode::BadAuthor)
        } else {
            Ok(None)
        };
    }
    if input.byte()? != AUTHOR_FOOTER {
        return Err(ErrorCode::BadChunk);
    }
    let len = input.length()?;
    if len > input.len() {
        return Err(ErrorCode::BadChunk);
    }
    if seq != 1 || len != ID_BYTES {
        return Err(ErrorCode::BadAuthor);
    }
    let author = MemberId::from_bytes(input.array()?);
    if input.is_empty() {
        Ok(Some(author))
    } else {
        Err(ErrorCode::BadChunk)
    }
}
