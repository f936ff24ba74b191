//! The files that documents name, kept for as long as a document does not change: a file comes in many pieces.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use besace_model::admission::snapshot::guarded;
use besace_model::files::NamedFile;
use besace_model::kind::Record;
use rusqlite::Connection;

use crate::coop::stored;
use crate::limits::NAMING_DOCS_KEPT;
use crate::store::StoreError;
use crate::store::docs::{DocMeta, DocRow};
use crate::store::files::last_seq;

/// What was read last.
#[derive(Debug, Default)]
pub(in crate::coop) struct Names(Mutex<VecDeque<Kept>>);

/// A document, its last entry, and what it names.
type Kept = (DocRow, u64, Arc<[NamedFile]>);

impl Names {
    /// The files that a document names. What cannot be read names none.
    pub(super) fn of(
        &self,
        conn: &Connection,
        meta: &DocMeta,
    ) -> Result<Arc<[NamedFile]>, StoreError> {
        let seq = last_seq(conn, meta.row)?;
        let found = self.with(|kept| {
            let place = kept.iter().position(|it| (it.0, it.1) == (meta.row, seq))?;
            let it = kept.remove(place)?;
            kept.push_back(it.clone());
            Some(it.2)
        });
        if let Some(named) = found {
            return Ok(named);
        }
        let named: Arc<[NamedFile]> = read(conn, meta)?.into();
        self.with(|kept| {
            kept.retain(|it| it.0 != meta.row);
            kept.push_back((meta.row, seq, Arc::clone(&named)));
            if kept.len() > NAMING_DOCS_KEPT {
                kept.pop_front();
            }
        });
        Ok(named)
    }

    fn with<T>(&self, work: impl FnOnce(&mut VecDeque<Kept>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn read(conn: &Connection, meta: &DocMeta) -> Result<Vec<NamedFile>, StoreError> {
    let doc = stored::load_good(conn, meta)?;
    let read = guarded(|| {
        let record = Record::read(meta.head.kind, &doc);
        Ok(record.map_or_else(Vec::new, |record| record.said().files()))
    });
    Ok(read.unwrap_or_default())
}
