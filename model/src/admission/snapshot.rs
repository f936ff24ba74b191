//! Snapshots: one Automerge document file in place of many changes. Disposable; a new one replaces the old only when
//! it was saved, loaded again and has the same heads.
//!
//! Building one is also the last word on every change in it (see [`super::trial`]): each is applied by Automerge,
//! written into Automerge's own columns, rebuilt from them and hashed again. Anything that goes wrong, a panic
//! included, costs the attempt and nothing else: whatever was being built is dropped, the log stays the truth.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{Automerge, AutomergeError, Change, ChangeHash, LoadChangeError};

use super::prescan::Head;
use crate::genesis::Genesis;
use crate::ids::CommitHash;
use crate::kind::Kind;

/// What a snapshot is built on.
#[derive(Debug, Clone, Copy)]
pub enum Base<'a> {
    /// The genesis of a kind.
    Genesis(Kind),
    /// An earlier snapshot.
    Snapshot(&'a [u8]),
}

/// Automerge did not take what admission did, or did not give it back.
#[derive(Debug, thiserror::Error)]
pub enum ApplyFailed {
    /// A change is not one to Automerge.
    #[error("a change cannot be read")]
    Unreadable(#[source] LoadChangeError),
    /// A change of the log is not one to us.
    #[error("a logged change is malformed")]
    Malformed,
    /// Automerge refused.
    #[error("changes cannot be applied, or a document cannot be loaded")]
    Refused(#[source] Box<AutomergeError>),
    /// The document has other heads than its log.
    #[error("the document's heads are not those of its log")]
    OtherHeads,
    /// Automerge panicked; what it was working on is gone.
    #[error("automerge panicked")]
    Panicked,
    /// An earlier failure emptied this one.
    #[error("nothing is left after an earlier failure")]
    Emptied,
}

/// Builds the snapshot of a document with all `changes` of its log on top of `base`. What its heads must be then is
/// read from the changes by our own parser.
///
/// # Errors
/// [`ApplyFailed`]; the old snapshot then stays.
pub fn build(base: Base<'_>, changes: &[&[u8]]) -> Result<Vec<u8>, ApplyFailed> {
    guarded(|| {
        let mut doc = open(base)?;
        let heads = heads_after(doc.get_heads(), changes)?;
        apply(&mut doc, changes.iter().copied())?;
        same_heads(&doc, &heads)?;
        let bytes = doc.save();
        let again = Automerge::load(&bytes).map_err(refused)?;
        same_heads(&again, &heads)?;
        Ok(bytes)
    })
}

/// The heads that changes leave: each takes the place of those it builds on.
fn heads_after(heads: Vec<ChangeHash>, changes: &[&[u8]]) -> Result<Vec<ChangeHash>, ApplyFailed> {
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

/// Runs what may panic inside Automerge; what it owned is dropped with it.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, ApplyFailed>) -> Result<T, ApplyFailed> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(ApplyFailed::Panicked))
}

pub(super) fn open(base: Base<'_>) -> Result<Automerge, ApplyFailed> {
    match base {
        Base::Genesis(kind) => Ok(Genesis::document(kind)),
        Base::Snapshot(bytes) => Automerge::load(bytes).map_err(refused),
    }
}

/// Applies all changes at once: what Automerge does per batch costs as much as the document is long, what it does per
/// change costs microseconds.
pub(super) fn apply<'c>(
    doc: &mut Automerge,
    changes: impl IntoIterator<Item = &'c [u8]>,
) -> Result<(), ApplyFailed> {
    let changes = changes
        .into_iter()
        .map(|raw| Change::from_bytes(raw.to_vec()).map_err(ApplyFailed::Unreadable))
        .collect::<Result<Vec<_>, _>>()?;
    doc.apply_changes(changes).map_err(refused)
}

pub(super) fn same_heads(doc: &Automerge, heads: &[ChangeHash]) -> Result<(), ApplyFailed> {
    let mut found = doc.get_heads();
    found.sort_unstable();
    if found == heads {
        Ok(())
    } else {
        Err(ApplyFailed::OtherHeads)
    }
}

pub(super) fn sorted(heads: impl IntoIterator<Item = CommitHash>) -> Vec<ChangeHash> {
    let mut heads: Vec<_> = heads.into_iter().map(|hash| ChangeHash(hash.0)).collect();
    heads.sort_unstable();
    heads
}

fn refused(error: AutomergeError) -> ApplyFailed {
    ApplyFailed::Refused(Box::new(error))
}
