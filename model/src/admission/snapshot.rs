//! Snapshots: one Automerge document file in place of many changes. Disposable; a new one replaces the old only when
//! it was saved, loaded again and has the same heads.
//!
//! Building one is also the last word on every change in it (see [`super::trial`]): each is applied by Automerge,
//! written into Automerge's own columns, rebuilt from them and hashed again. Anything that goes wrong, a panic
//! included, costs the attempt and nothing else: whatever was being built is dropped, the log stays the truth.

mod error;
mod heads;

use automerge::{Automerge, Change, ReadDoc};

use crate::doc::genesis::Genesis;
use crate::kind::Kind;
use error::refused;
pub use error::{ApplyFailed, guarded};
use heads::{heads_after, same_heads};

/// What a snapshot is built on.
#[derive(Debug, Clone, Copy)]
pub enum Base<'a> {
    /// The genesis of a kind.
    Genesis(Kind),
    /// An earlier snapshot.
    Snapshot(&'a [u8]),
}

/// A snapshot that was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The document file.
    pub bytes: Vec<u8>,
    /// The operations in it: what loading it costs.
    pub ops: usize,
}

/// Builds the snapshot of a document with all `changes` of its log on top of `base`. What its heads must be then is
/// read from the changes by our own parser.
///
/// # Errors
/// [`ApplyFailed`]; the old snapshot then stays.
pub fn build(base: Base<'_>, changes: &[&[u8]]) -> Result<Snapshot, ApplyFailed> {
    guarded(|| {
        let doc = loaded(base, changes)?;
        let bytes = doc.save();
        let again = Automerge::load(&bytes).map_err(refused)?;
        same_heads(&again, &doc.get_heads())?;
        let ops = again.stats().num_ops as usize;
        Ok(Snapshot { bytes, ops })
    })
}

/// How many of a log's changes, from the first, still make a snapshot, and that snapshot: what is good of a document
/// that Automerge failed on. `None` when nothing is, or when it is what `base` holds.
#[must_use]
pub fn build_good(base: Base<'_>, changes: &[&[u8]]) -> Option<(usize, Snapshot)> {
    let mut best = None;
    // Whatever follows a change that fails fails too, so the last good one is found by halving.
    let (mut good, mut bad) = (0, changes.len() + 1);
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        match build(base, &changes[..middle]) {
            Ok(snapshot) => {
                best = Some((middle, snapshot));
                good = middle;
            }
            Err(_) => bad = middle,
        }
    }
    best
}

/// A document from its base and the changes of its log after it, with the heads they must leave.
///
/// # Errors
/// [`ApplyFailed`].
pub fn load(base: Base<'_>, changes: &[&[u8]]) -> Result<Automerge, ApplyFailed> {
    guarded(|| loaded(base, changes))
}

pub(super) fn loaded(base: Base<'_>, changes: &[&[u8]]) -> Result<Automerge, ApplyFailed> {
    let mut doc = match base {
        Base::Genesis(kind) => Genesis::document(kind),
        Base::Snapshot(bytes) => Automerge::load(bytes).map_err(refused)?,
    };
    extend(&mut doc, changes)?;
    Ok(doc)
}

/// Applies the next changes of a document's log, all at once: what Automerge does per batch costs as much as the document
/// is long, what it does per change costs microseconds.
pub(super) fn extend(doc: &mut Automerge, changes: &[&[u8]]) -> Result<(), ApplyFailed> {
    let heads = heads_after(doc.get_heads(), changes)?;
    let changes = changes
        .iter()
        .map(|raw| Change::from_bytes(raw.to_vec()).map_err(ApplyFailed::Unreadable))
        .collect::<Result<Vec<_>, _>>()?;
    doc.apply_changes(changes).map_err(refused)?;
    same_heads(doc, &heads)
}
