//! The heads that changes leave, which a document must have.

use std::collections::BTreeSet;

use automerge::{Automerge, ChangeHash};

use super::super::prescan::Head;
use super::ApplyFailed;

/// The heads that changes leave: each takes the place of those it builds on.
pub(super) fn heads_after(
    heads: Vec<ChangeHash>,
    changes: &[&[u8]],
) -> Result<Vec<ChangeHash>, ApplyFailed> {
    let mut heads: BTreeSet<_> = heads.into_iter().collect();
    for raw in changes {
        let change = Head::scan(raw).map_err(|_| ApplyFailed::Malformed)?;
        for dep in &change.deps {
            heads.remove(&ChangeHash(dep.0));
        }
        heads.insert(ChangeHash(change.hash.0));
    }
    Ok(heads.into_iter().collect())
}

pub(super) fn same_heads(doc: &Automerge, heads: &[ChangeHash]) -> Result<(), ApplyFailed> {
    let sorted = |mut heads: Vec<ChangeHash>| {
        heads.sort_unstable();
        heads
    };
    if sorted(doc.get_heads()) == sorted(heads.to_vec()) {
        Ok(())
    } else {
        Err(ApplyFailed::OtherHeads)
    }
}
