//! By when the relay had what of a document, as its log says.

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
}
