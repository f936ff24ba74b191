//! A document as an Automerge file, for exports.

use besace_model::admission::Base;
use besace_model::admission::snapshot;
use besace_model::doc::genesis::Genesis;
use rusqlite::Connection;

use super::{Stored, changes, load};
use crate::store::StoreError;
use crate::store::docs::DocMeta;

/// A document taken out of the cooperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// An Automerge file.
    pub file: Vec<u8>,
    /// The changes that are not in the file, one behind the other, when the document cannot be read to its end.
    pub rest: Option<Vec<u8>>,
}

/// A document as an Automerge file. Of one that is frozen or cannot be read, the last good snapshot is in the file and
/// what came after it beside: nothing that was acknowledged stays behind.
pub(in crate::coop) fn export(conn: &Connection, meta: &DocMeta) -> Result<Exported, StoreError> {
    if !meta.is_frozen
        && let Ok(doc) = load(conn, meta, u64::MAX)
    {
        return Ok(Exported {
            file: doc.save(),
            rest: None,
        });
    }
    let stored = Stored::read(conn, meta, u64::MAX)?;
    let snapshot = stored.snapshot.as_deref();
    let good = snapshot.filter(|bytes| snapshot::load(Base::Snapshot(bytes), &[]).is_ok());
    let (file, rest) = match good {
        Some(bytes) => (bytes.to_vec(), stored.changes),
        None => (
            Genesis::document(meta.head.kind).save(),
            changes(conn, meta, 0, u64::MAX)?,
        ),
    };
    Ok(Exported {
        file,
        rest: Some(rest.into_iter().flat_map(|it| it.bytes).collect()),
    })
}
