//! What documents give to those that are derived, read beside the writer.

use automerge::Automerge;
use besace_model::admission::snapshot::guarded;
use besace_model::kind::{Kind, Record};
use besace_model::moving;
use besace_model::projection::{Given, Projection, Source};
use besace_model::time::Timestamp;
use rusqlite::Connection;

use super::received::Log;
use crate::coop::{Coop, CoopError, CoopReader, Published, stored};
use crate::limits::{DERIVE_AFTER_MS, DERIVE_AFTER_MS_MAX};
use crate::store::docs::{self, DocMeta, DocRow};
use crate::store::{StoreError, at_one_moment, derived};

/// What one document gives, as it stood.
#[derive(Debug)]
pub struct Taken {
    pub(super) source: DocRow,
    given: Vec<(Kind, Vec<Given>)>,
    /// Whether it holds what stands elsewhere now.
    is_leaving: bool,
}

impl CoopReader {
    /// Reads what documents give to those that are derived.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn take_from(&self, sources: &[DocRow]) -> Result<Vec<Taken>, CoopError> {
        Ok(take_from(&*at_one_moment(&self.conn)?, sources)?)
    }
}

impl Coop {
    /// The documents to be read now for what they give: [`CoopReader::take_from`] reads them, and [`Coop::put_taken`] must be
    /// told, whatever came of it.
    pub fn sources_due(&mut self, now: Timestamp) -> Vec<DocRow> {
        self.deriving.take(now)
    }

    /// Keeps what documents gave. Those that were to be read and are not among them are read again later.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn put_taken(&mut self, now: Timestamp, taken: Vec<Taken>) -> Result<(), CoopError> {
        let all = self.deriving.taken.clone();
        let before = self.deriving.leaving.clone();
        for it in &taken {
            let source = self.deriving.taken.remove(&it.source);
            let leaving = source.filter(|_| it.is_leaving);
            self.deriving
                .leaving
                .extend(leaving.map(|source| (it.source, source)));
        }
        let (head, is_last) = (self.head(), self.deriving.waiting.is_empty());
        let upto = self.deriving.upto(head);
        let outdated: Vec<_> = self.deriving.outdated.clone();
        let is_whole = is_last && self.deriving.taken.is_empty();
        let put = self.write(now, |inside| {
            let conn = inside.writing.conn;
            for it in &taken {
                // What took its place gives instead.
                if docs::get(conn, it.source)?.is_superseded {
                    continue;
                }
                for (kind, given) in &it.given {
                    derived::give(conn, it.source, *kind, given)?;
                }
            }
            for (kind, version) in outdated.iter().filter(|_| is_whole) {
                derived::set_version(conn, *kind, *version)?;
            }
            derived::set_upto(conn, upto)?;
            Ok(derived::next_due(conn)?)
        });
        match put {
            Ok((next_due, _)) => {
                self.deriving.next_due = next_due;
                if is_whole {
                    self.deriving.outdated.clear();
                }
                self.deriving.give_back(now);
                Ok(())
            }
            Err(error) => {
                self.deriving.taken = all;
                self.deriving.leaving = before;
                self.deriving.give_back(now);
                Err(error)
            }
        }
    }

    /// Notes what was written that something is derived from.
    pub(in crate::coop) fn note_sources(&mut self, published: &Published) {
        let read = self.deriving.read;
        let entries = published.entries.iter();
        for entry in entries.filter(|entry| read.contains(entry.kind)) {
            // Most documents of a kind of which something moved have nothing to give.
            let is_read = self.deriving.derived.contains(entry.kind);
            if !is_read && !self.indexes.may_hold_what_moved(entry.row) {
                continue;
            }
            let changes = self.indexes.changes_of(entry.row);
            let wait = (DERIVE_AFTER_MS + i64::from(changes)).min(DERIVE_AFTER_MS_MAX);
            let at = published.at.plus_ms(wait);
            self.deriving.note(entry.row, entry.seq, published.at, at);
        }
    }
}

/// What documents give. One that cannot be read gives what it gave before.
pub(super) fn take_from(conn: &Connection, sources: &[DocRow]) -> Result<Vec<Taken>, StoreError> {
    let mut all = Vec::new();
    for source in sources {
        let meta = docs::get(conn, *source)?;
        let mut taken = Taken {
            source: *source,
            given: Vec::new(),
            is_leaving: false,
        };
        match stored::load_good(conn, &meta) {
            Ok(doc) => {
                // Should Automerge fail on it, it says nothing new.
                let _ = guarded(|| {
                    taken.is_leaving =
                        moving::leaving(&meta.head, &doc).is_ok_and(|it| it.is_some());
                    let record = Record::read(meta.head.kind, &doc);
                    taken.given =
                        record.map_or_else(Vec::new, |said| given(conn, &meta, &doc, &said));
                    Ok(())
                });
            }
            Err(StoreError::Damaged(_)) => {}
            Err(error) => return Err(error),
        }
        all.push(taken);
    }
    Ok(all)
}

fn given(
    conn: &Connection,
    meta: &DocMeta,
    doc: &Automerge,
    record: &Record,
) -> Vec<(Kind, Vec<Given>)> {
    let reading = Projection::all().filter(|(_, it)| it.reads.contains(&meta.head.kind));
    let source = Source {
        head: &meta.head,
        record,
        received: &Log { conn, meta, doc },
    };
    reading
        .map(|(kind, projection)| (kind, projection.given(&source)))
        .collect()
}
