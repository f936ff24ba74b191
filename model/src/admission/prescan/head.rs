//! What stands before a change's operations: dependencies, actor, sequence, first operation, time.

use super::super::bytes::ByteReader;
use super::frame::{check_frame, contents};
use super::{ActorBytes, commit_hash};
use crate::error::ErrorCode;
use crate::ids::CommitHash;
use crate::limits::{ACTOR_BYTES, CHANGE_ACTORS_MAX, CHANGE_DEPS_MAX, CHANGE_TIME_SECONDS_MAX};

/// What stands before a change's operations: enough to name it and to see what it builds on.
#[derive(Debug, Clone)]
pub(in crate::admission) struct Head {
    pub(in crate::admission) hash: CommitHash,
    pub(in crate::admission) actor: ActorBytes,
    pub(super) seq: u64,
    pub(super) start_op: u64,
    pub(super) time: i64,
    pub(in crate::admission) deps: Vec<CommitHash>,
    pub(super) other_actors: Vec<ActorBytes>,
}

/// Where a change comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Genesis,
    Member,
}

impl Head {
    /// Reads the head of a change that came from outside.
    pub(in crate::admission) fn scan(raw: &[u8]) -> Result<Self, ErrorCode> {
        let hash = commit_hash(raw);
        check_frame(raw, hash)?;
        Self::read(raw, hash, Origin::Member).map(|(head, _)| head)
    }

    /// The head, and where the operations begin.
    pub(super) fn read(
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
