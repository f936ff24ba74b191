//! By when the relay had what of a document, as its log says.

use automerge::{Automerge, ROOT, ReadDoc};
use besace_model::ids::CommitHash;
use besace_model::kind::Record;
use besace_model::projection::Received;
use besace_model::time::Timestamp;
use rusqlite::Connection;

use crate::coop::stored;
use crate::store::docs::DocMeta;
use crate::store::log;

/// The log of a document.
pub(super) struct Log<'a> {
    pub(super) conn: &'a Connection,
    pub(super) meta: &'a DocMeta,
    /// The document as it stands.
    pub(super) doc: &'a Automerge,
}

impl Received for Log<'_> {
    /// A log that cannot be read says that all of it came last.
    fn last(&self) -> Timestamp {
        let last = log::last_of(self.conn, self.meta.row, Timestamp(i64::MAX));
        match last {
            Ok(last) => last.map_or(Timestamp(0), |(_, at)| at),
            Err(_) => Timestamp(i64::MAX),
        }
    }

    fn as_of(&self, at: Timestamp) -> Option<Record> {
        let last = log::last_of(self.conn, self.meta.row, at).ok()?;
        let upto = last.map_or(0, |(seq, _)| seq);
        let doc = stored::load(self.conn, self.meta, upto).ok()?;
        Record::read(self.meta.head.kind, &doc)
    }

    fn since(&self, places: &[&[&str]]) -> Vec<Option<Timestamp>> {
        let changes: Vec<Option<CommitHash>> = places.iter().map(|at| self.change(at)).collect();
        let wanted = changes.iter().copied().flatten().collect();
        let found = log::receipts(self.conn, self.meta.row, &wanted);
        let found = found.map(|(found, _)| found).unwrap_or_default();
        changes
            .into_iter()
            .map(|change| Some(found.get(&change?)?.at))
            .collect()
    }
}

impl Log<'_> {
    /// The change that put what stands at a place there.
    fn change(&self, place: &[&str]) -> Option<CommitHash> {
        let mut at = ROOT;
        for key in place {
            at = self.doc.get(&at, *key).ok()??.1;
        }
        self.doc.hash_for_opid(&at).map(|hash| CommitHash(hash.0))
    }
}
