//! Step 3: actor, sequence, dependencies and first operation.

use super::super::graph::{Horizon, Reach};
use super::super::index::DocIndex;
use super::super::prescan::Parsed;
use super::Judgement;
use crate::error::{ErrorCode, Refusal};
use crate::ids::DeviceId;
use crate::limits::{
    DEVICE_SESSIONS_MAX, DOC_BYTES_MAX, DOC_CHANGES_BY_SESSIONS_MAX, DOC_CHANGES_MAX, DOC_OPS_MAX,
    HEADS_MAX,
};

/// Actor, sequence, dependencies and first operation; gives the numbers of the dependencies, and what they cannot see.
pub(super) fn check_header(
    index: &DocIndex,
    device: Option<DeviceId>,
    parsed: &Parsed,
) -> Result<(Vec<u32>, Horizon), Judgement> {
    let refuse = |code| Err(Judgement::Refuse(Refusal::whole(code)));
    if index.knows(&parsed.hash()) {
        return Err(Judgement::Duplicate);
    }
    let session = index
        .actor_number(parsed.actor())
        .and_then(|number| index.actor(number));
    if let Some(session) = session {
        if device.is_some() && session.device != device {
            return refuse(ErrorCode::BadActor);
        }
        if parsed.seq() <= session.last_seq {
            return refuse(ErrorCode::Fork);
        }
    }
    let sessions = index.sessions_count() + u64::from(session.is_none());
    if index.changes_bytes() + parsed.raw().len() as u64 > DOC_BYTES_MAX
        || index.changes_count() >= DOC_CHANGES_MAX
        || (index.ops_count() + parsed.ops_count()) as u64 > DOC_OPS_MAX
        || (index.changes_count() + 1).saturating_mul(sessions) > DOC_CHANGES_BY_SESSIONS_MAX
    {
        return refuse(ErrorCode::DocFull);
    }
    let missing: Vec<_> = parsed
        .deps()
        .iter()
        .filter(|dep| !index.knows(dep))
        .copied()
        .collect();
    if !missing.is_empty() {
        return Err(Judgement::Need(missing));
    }
    if parsed.seq() != session.map_or(1, |session| session.last_seq + 1) {
        return refuse(ErrorCode::BadSeq);
    }
    let deps: Vec<u32> = parsed
        .deps()
        .iter()
        .filter_map(|dep| index.graph.number(dep))
        .collect();
    if session.is_none()
        && device.is_some_and(|device| index.sessions_of(device) >= DEVICE_SESSIONS_MAX)
    {
        return refuse(ErrorCode::Quota);
    }
    if session.is_some_and(|session| !deps.contains(&session.last_change)) {
        return refuse(ErrorCode::BadDeps);
    }
    let before = deps.iter().map(|dep| index.graph.max_op(*dep)).max();
    if parsed.start_op() != u64::from(before.unwrap_or_default()) + 1 {
        return refuse(ErrorCode::BadStartOp);
    }
    if index.graph.heads_after(&deps) > HEADS_MAX {
        return refuse(ErrorCode::BadDeps);
    }
    match index.graph.horizon(&deps, &mut { Reach::OF_A_CHANGE }) {
        Some(horizon) => Ok((deps, horizon)),
        None => refuse(ErrorCode::BadDeps),
    }
}
