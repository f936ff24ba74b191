//! What the file holds of a document, and making the document of it. Everything that Automerge does with it here may
//! panic, and then costs nothing but the attempt.

mod export;

use automerge::Automerge;
use besace_model::admission::Base;
use besace_model::admission::snapshot::{self, ApplyFailed, Snapshot};
use besace_model::kind::Kind;
use rusqlite::Connection;

pub use export::Exported;
pub(super) use export::export;

use crate::store::docs::DocMeta;
use crate::store::log::{self, Change};
use crate::store::{StoreError, snapshots};

/// A document's snapshot, if it has one, and the changes of its log after that.
#[derive(Debug)]
pub(super) struct Stored {
    kind: Kind,
    snapshot: Option<Vec<u8>>,
    changes: Vec<Change>,
}

impl Stored {
    /// Reads a document up to an entry.
    pub(super) fn read(conn: &Connection, meta: &DocMeta, upto: u64) -> Result<Self, StoreError> {
        let snapshot = snapshots::load(conn, meta.row)?.filter(|(seq, _)| *seq <= upto);
        let after = snapshot.as_ref().map_or(0, |(seq, _)| *seq);
        Ok(Self {
            kind: meta.head.kind,
            changes: changes(conn, meta, after, upto)?,
            snapshot: snapshot.map(|(_, bytes)| bytes),
        })
    }

    /// The same from the log alone; `None` when that is what this is.
    pub(super) fn without_snapshot(
        &self,
        conn: &Connection,
        meta: &DocMeta,
        upto: u64,
    ) -> Result<Option<Self>, StoreError> {
        if self.snapshot.is_none() {
            return Ok(None);
        }
        Ok(Some(Self {
            kind: self.kind,
            snapshot: None,
            changes: changes(conn, meta, 0, upto)?,
        }))
    }

    pub(super) fn base(&self) -> Base<'_> {
        match &self.snapshot {
            Some(bytes) => Base::Snapshot(bytes),
            None => Base::Genesis(self.kind),
        }
    }

    pub(super) fn changes(&self) -> Vec<&[u8]> {
        self.changes.iter().map(|it| it.bytes.as_slice()).collect()
    }

    /// The place of the change before the `count`th one after the snapshot, if there is one.
    pub(super) fn place_of(&self, count: usize) -> Option<u64> {
        self.changes.get(count.checked_sub(1)?).map(|it| it.seq)
    }

    /// The document.
    pub(super) fn load(&self) -> Result<Automerge, ApplyFailed> {
        snapshot::load(self.base(), &self.changes())
    }

    /// Its next snapshot.
    pub(super) fn build(&self) -> Result<Snapshot, ApplyFailed> {
        snapshot::build(self.base(), &self.changes())
    }

    /// The snapshot of the changes before the first one that fails, with the place of its last one.
    pub(super) fn build_good(&self) -> Option<(u64, Snapshot)> {
        let (count, snapshot) = snapshot::build_good(self.base(), &self.changes())?;
        Some((self.place_of(count)?, snapshot))
    }
}

fn changes(
    conn: &Connection,
    meta: &DocMeta,
    after: u64,
    upto: u64,
) -> Result<Vec<Change>, StoreError> {
    let mut changes = Vec::new();
    log::changes_of(conn, meta.row, after, upto.min(i64::MAX as u64), |change| {
        changes.push(change);
        true
    })?;
    Ok(changes)
}

/// A document from its snapshot and the log, up to an entry; from the log alone when the snapshot is no good. What the
/// log holds passed admission, so Automerge takes it; should it not, the file is damaged.
pub(super) fn load(conn: &Connection, meta: &DocMeta, upto: u64) -> Result<Automerge, StoreError> {
    const DAMAGED: StoreError = StoreError::Damaged("a document");
    let stored = Stored::read(conn, meta, upto)?;
    if let Ok(doc) = stored.load() {
        return Ok(doc);
    }
    let Some(whole) = stored.without_snapshot(conn, meta, upto)? else {
        return Err(DAMAGED);
    };
    whole.load().map_err(|_| DAMAGED)
}

/// A document; of a frozen one, its last good snapshot.
pub(super) fn load_good(conn: &Connection, meta: &DocMeta) -> Result<Automerge, StoreError> {
    let upto = if meta.is_frozen {
        snapshots::find(conn, meta.row)?.map_or(0, |it| it.upto_seq)
    } else {
        u64::MAX
    };
    load(conn, meta, upto)
}
