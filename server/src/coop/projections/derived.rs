//! What the relay derives from documents, by the model's projections: off the path of every acknowledgement, and soon after
//! it. A document that changed is read beside the writer; what it gives is kept; and the derived documents that it makes a
//! difference to are written, a few at a time. Whatever ends in between is taken up again from the log.

use std::collections::BTreeMap;

use automerge::Automerge;
use besace_model::admission::snapshot::guarded;
use besace_model::head::DocHead;
use besace_model::kind::{Kind, KindSet, Record};
use besace_model::kinds;
use besace_model::moving::{self, Moved};
use besace_model::projection::{Given, Projection};
use besace_model::time::Timestamp;
use rusqlite::Connection;

use crate::coop::{Coop, CoopError, CoopReader, Inside, Published, stored};
use crate::limits::{
    DERIVE_AFTER_MS, DERIVE_AFTER_MS_MAX, DERIVED_PER_STEP, PARTS_PER_STEP, SOURCES_PER_STEP,
};
use crate::store::docs::{self, DocMeta, DocRow};
use crate::store::{StoreError, at_one_moment, derived, snapshots};

/// Raised when what the relay decides is to be told otherwise than it told it, to everybody.
const DECIDED: [(Kind, u64); 1] = [(Kind::Directory, 1)];

/// A document that is to be read.
#[derive(Debug, Clone, Copy)]
struct Source {
    /// The entry since which it was not.
    since: u64,
    /// When it is to be.
    at: Timestamp,
}

/// What one document gives, as it stood.
#[derive(Debug)]
pub struct Taken {
    source: DocRow,
    given: Vec<(Kind, Vec<Given>)>,
    /// Whether it holds what stands elsewhere now.
    is_leaving: bool,
}

/// What is to be derived.
#[derive(Debug)]
pub(in crate::coop) struct Deriving {
    /// The kinds that some projection reads.
    read: KindSet,
    waiting: BTreeMap<DocRow, Source>,
    /// Those that are being read.
    taken: BTreeMap<DocRow, Source>,
    /// Those that hold what stands elsewhere now.
    leaving: BTreeMap<DocRow, Source>,
    /// Kinds whose version is noted once everything was read.
    outdated: Vec<(Kind, u64)>,
    /// Kinds that an earlier version told otherwise.
    untold: Vec<(Kind, u64)>,
    /// Whether derived documents are to be written.
    are_due: bool,
}

impl Deriving {
    pub(in crate::coop) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let upto = derived::upto(conn)?;
        let mut deriving = Self {
            read: KindSet::of(&[]),
            waiting: BTreeMap::new(),
            taken: BTreeMap::new(),
            leaving: BTreeMap::new(),
            outdated: Vec::new(),
            untold: Vec::new(),
            are_due: derived::first_due(conn)?.is_some(),
        };
        let derived = Projection::all().map(|(kind, it)| (kind, it.version, it.reads.to_vec()));
        let moved = Moved::all().map(|(kind, version)| (kind, version, vec![kind]));
        for (kind, version) in DECIDED {
            if derived::version(conn, kind)? != Some(version) {
                deriving.untold.push((kind, version));
            }
        }
        for (kind, version, reads) in derived.chain(moved) {
            let is_outdated = derived::version(conn, kind)? != Some(version);
            if is_outdated {
                deriving.outdated.push((kind, version));
            }
            deriving.read = deriving.read.or(KindSet::of(&reads));
            let after = if is_outdated { 0 } else { upto };
            for read in &reads {
                for doc in derived::changed_after(conn, *read, after)? {
                    deriving.note(doc, after + 1, Timestamp(0));
                }
            }
        }
        Ok(deriving)
    }

    /// Notes that a document got an entry.
    pub(in crate::coop) fn note(&mut self, doc: DocRow, seq: u64, at: Timestamp) {
        self.waiting.entry(doc).or_insert(Source { since: seq, at });
    }

    /// Takes a bounded number of the documents whose time has come; none while others are being read.
    fn take(&mut self, now: Timestamp) -> Vec<DocRow> {
        if !self.taken.is_empty() {
            return Vec::new();
        }
        // A clock that was put back makes nobody wait for longer than was meant.
        let longest = now.plus_ms(DERIVE_AFTER_MS_MAX);
        let due = self.waiting.iter();
        let due = due.filter(|(_, source)| source.at <= now || source.at > longest);
        let due: Vec<_> = due.map(|(doc, _)| *doc).take(SOURCES_PER_STEP).collect();
        for doc in &due {
            self.taken.extend(self.waiting.remove_entry(doc));
        }
        due
    }

    /// Has those read again that were taken and came to nothing.
    fn give_back(&mut self, now: Timestamp) {
        for (doc, source) in std::mem::take(&mut self.taken) {
            self.waiting.insert(
                doc,
                Source {
                    at: now.plus_ms(DERIVE_AFTER_MS),
                    ..source
                },
            );
        }
    }

    /// The entry up to which everything was read.
    fn upto(&self, head: u64) -> u64 {
        let unread = self.waiting.values().chain(self.taken.values());
        let unread = unread.chain(self.leaving.values());
        unread.map(|it| it.since - 1).min().unwrap_or(head)
    }
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
    /// Whether something is to be derived, now or later.
    #[must_use]
    pub fn is_deriving(&self) -> bool {
        self.is_derived_due() || !self.deriving.waiting.is_empty()
    }

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
            Ok(derived::first_due(conn)?.is_some())
        });
        match put {
            Ok((are_due, _)) => {
                self.deriving.are_due = are_due;
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
            let changes = self.indexes.changes_of(entry.row);
            let wait = (DERIVE_AFTER_MS + i64::from(changes)).min(DERIVE_AFTER_MS_MAX);
            let at = published.at.plus_ms(wait);
            self.deriving.note(entry.row, entry.seq, at);
        }
    }

    /// Whether derived documents are to be written: call [`Coop::write_derived`].
    #[must_use]
    pub fn is_derived_due(&self) -> bool {
        let Deriving {
            are_due,
            leaving,
            untold,
            ..
        } = &self.deriving;
        *are_due || !leaving.is_empty() || !untold.is_empty()
    }

    /// Writes a few of the derived documents that are to say something else, or carries over what one document holds of
    /// what stands elsewhere now.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn write_derived(&mut self, now: Timestamp) -> Result<Published, CoopError> {
        if let Some((kind, version)) = self.deriving.untold.last().copied() {
            let ((), published) = self.write(now, |inside| {
                unless_unreadable(inside.renew_directory())?;
                Ok(derived::set_version(inside.writing.conn, kind, version)?)
            })?;
            self.deriving.untold.pop();
            return Ok(published);
        }
        if let Some(doc) = self.deriving.leaving.keys().next().copied() {
            let ((), published) =
                self.write(now, |inside| unless_unreadable(inside.carry_over(doc)))?;
            self.deriving.leaving.remove(&doc);
            return Ok(published);
        }
        let (are_due, published) = self.write(now, |inside| inside.write_derived())?;
        self.deriving.are_due = are_due;
        Ok(published)
    }

    /// Derives what is due, a bounded step of it, on this thread.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn derive(&mut self, now: Timestamp) -> Result<Published, CoopError> {
        let sources = self.sources_due(now);
        if !sources.is_empty() {
            let taken = take_from(self.store.conn(), &sources).unwrap_or_default();
            self.put_taken(now, taken)?;
        }
        if !self.is_derived_due() {
            return Ok(Published::default());
        }
        self.write_derived(now)
    }

    /// Notes how far it has come, when there is nothing left to read.
    pub(in crate::coop) fn save_derived(&mut self) -> Result<(), CoopError> {
        let upto = self.deriving.upto(self.head());
        let tx = self.store.begin()?;
        derived::set_upto(&tx, upto)?;
        Ok(tx.commit()?)
    }
}

impl Inside<'_> {
    /// Whether there is more to write afterwards.
    fn write_derived(&mut self) -> Result<bool, CoopError> {
        let conn = self.writing.conn;
        let mut looked = 0;
        for _ in 0..DERIVED_PER_STEP {
            let due = derived::first_due(conn)?.filter(|_| looked < PARTS_PER_STEP);
            let Some(head) = due else { break };
            looked += self.write_one(&head)?;
            derived::clear_due(conn, &head)?;
        }
        Ok(derived::first_due(conn)?.is_some())
    }

    /// Writes a derived document; how many parts it is made of.
    fn write_one(&mut self, head: &DocHead) -> Result<usize, CoopError> {
        let relayed = head.kind.spec().and_then(|spec| spec.relayed);
        let Some(projection) = relayed.and_then(|relayed| relayed.projection) else {
            return Ok(0);
        };
        let parts = derived::parts_of(self.writing.conn, head)?;
        let (record, now, coop) = (projection.made_of(&parts), self.writing.now, self.row.coop);
        let step = |doc: &mut Automerge, actor| kinds::bring(doc, head, &record, now, actor);
        let mut written = self.relay.write(&mut self.writing, coop, head, step);
        if written.is_ok() && parts.is_empty() {
            // What nobody gives any more is not to be read in its past either.
            written = self.relay.forget_history(&mut self.writing, coop, head);
        }
        unless_unreadable(written)?;
        Ok(parts.len())
    }
}

/// A document that cannot be written must not stop the others.
fn unless_unreadable(result: Result<(), CoopError>) -> Result<(), CoopError> {
    match result {
        Err(CoopError::RelayDocument) => {
            tracing::error!("one of the relay's own documents cannot be written");
            Ok(())
        }
        other => other,
    }
}

/// Notes that a new cooperative tells nobody otherwise.
pub(in crate::coop) fn begin(conn: &Connection) -> Result<(), StoreError> {
    for (kind, version) in DECIDED {
        derived::set_version(conn, kind, version)?;
    }
    Ok(())
}

/// What documents give. One that cannot be read gives what it gave before.
fn take_from(conn: &Connection, sources: &[DocRow]) -> Result<Vec<Taken>, StoreError> {
    let mut all = Vec::new();
    for source in sources {
        let meta = docs::get(conn, *source)?;
        let mut taken = Taken {
            source: *source,
            given: Vec::new(),
            is_leaving: false,
        };
        match read(conn, &meta) {
            Ok(doc) => {
                // Should Automerge fail on it, it says nothing new.
                let _ = guarded(|| {
                    taken.is_leaving =
                        moving::leaving(&meta.head, &doc).is_ok_and(|it| it.is_some());
                    let record = Record::read(meta.head.kind, &doc);
                    taken.given = record.map_or_else(Vec::new, |said| given(&meta.head, &said));
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

/// A document; of a frozen one, its last good snapshot.
fn read(conn: &Connection, meta: &DocMeta) -> Result<Automerge, StoreError> {
    let upto = if meta.is_frozen {
        snapshots::find(conn, meta.row)?.map_or(0, |it| it.upto_seq)
    } else {
        u64::MAX
    };
    stored::load(conn, meta, upto)
}

fn given(head: &DocHead, record: &Record) -> Vec<(Kind, Vec<Given>)> {
    let reading = Projection::all().filter(|(_, it)| it.reads.contains(&head.kind));
    reading
        .map(|(kind, projection)| (kind, projection.given(head, record)))
        .collect()
}
