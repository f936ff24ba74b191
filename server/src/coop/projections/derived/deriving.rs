//! What waits to be read, is being read, and is to be written of it.

use std::collections::BTreeMap;

use besace_model::kind::{Kind, KindSet};
use besace_model::moving::Moved;
use besace_model::projection::Projection;
use besace_model::time::Timestamp;
use rusqlite::Connection;

use super::DECIDED;
use crate::limits::{DERIVE_AFTER_MS, DERIVE_AFTER_MS_MAX, SOURCES_PER_STEP};
use crate::store::docs::DocRow;
use crate::store::{StoreError, derived};

/// A document that is to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source {
    /// The entry since which it was not, and when the relay had that.
    since: u64,
    received: Timestamp,
    /// When it is to be.
    pub(super) at: Timestamp,
}

impl Source {
    /// A clock that was put back makes nobody wait for longer than was meant.
    fn is_due(self, now: Timestamp) -> bool {
        self.at <= now || self.at > now.plus_ms(DERIVE_AFTER_MS_MAX)
    }
}

/// What is to be derived.
#[derive(Debug)]
pub(in crate::coop) struct Deriving {
    /// The kinds that some projection reads, and those of which something moved.
    pub(super) read: KindSet,
    /// The kinds that some projection reads.
    pub(super) derived: KindSet,
    pub(super) waiting: BTreeMap<DocRow, Source>,
    /// Those that are being read.
    pub(super) taken: BTreeMap<DocRow, Source>,
    /// Those that hold what stands elsewhere now.
    pub(super) leaving: BTreeMap<DocRow, Source>,
    /// Kinds whose version is noted once everything was read.
    pub(super) outdated: Vec<(Kind, u64)>,
    /// Kinds that an earlier version told otherwise.
    pub(super) untold: Vec<(Kind, u64)>,
    /// When the next derived document is to be written.
    pub(super) next_due: Option<Timestamp>,
}

impl Deriving {
    pub(in crate::coop) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let upto = derived::upto(conn)?;
        let mut deriving = Self {
            read: KindSet::of(&[]),
            derived: Projection::all().fold(KindSet::of(&[]), |all, (_, it)| {
                all.or(KindSet::of(it.reads))
            }),
            waiting: BTreeMap::new(),
            taken: BTreeMap::new(),
            leaving: BTreeMap::new(),
            outdated: Vec::new(),
            untold: Vec::new(),
            next_due: derived::next_due(conn)?,
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
                    deriving.note(doc, after + 1, Timestamp(0), Timestamp(0));
                }
            }
        }
        Ok(deriving)
    }

    /// Whether something is to be derived of what was written.
    pub(in crate::coop) fn is_something(&self) -> bool {
        self.is_due(Timestamp(0)) || !self.waiting.is_empty()
    }

    /// Whether documents are being read.
    pub(in crate::coop) fn is_reading(&self) -> bool {
        !self.taken.is_empty()
    }

    /// Whether documents are to be read now.
    pub(super) fn is_read_due(&self, now: Timestamp) -> bool {
        self.taken.is_empty() && self.waiting.values().any(|source| source.is_due(now))
    }

    /// Whether derived documents are to be written now.
    pub(super) fn is_due(&self, now: Timestamp) -> bool {
        let upto = self.read_upto(now).0.max(0);
        let are_due = self.next_due.is_some_and(|at| at.0 <= upto);
        are_due || !self.leaving.is_empty() || !self.untold.is_empty()
    }

    /// The time up to which everything that the relay had was read. By that, not by the clock, it derives what depends on
    /// time: so it counts what came in time and waits to be read.
    pub(super) fn read_upto(&self, now: Timestamp) -> Timestamp {
        let unread = self.waiting.values().chain(self.taken.values());
        let unread = unread.map(|source| source.received.plus_ms(-1));
        unread.min().map_or(now, |first| first.min(now))
    }

    /// Notes that a document got an entry, which the relay had at a time, and when it is to be read.
    pub(in crate::coop) fn note(
        &mut self,
        doc: DocRow,
        seq: u64,
        received: Timestamp,
        at: Timestamp,
    ) {
        self.waiting.entry(doc).or_insert(Source {
            since: seq,
            received,
            at,
        });
    }

    /// Takes a bounded number of the documents whose time has come; none while others are being read.
    pub(super) fn take(&mut self, now: Timestamp) -> Vec<DocRow> {
        if !self.taken.is_empty() {
            return Vec::new();
        }
        let due = self.waiting.iter();
        let due = due.filter(|(_, source)| source.is_due(now));
        let due: Vec<_> = due.map(|(doc, _)| *doc).take(SOURCES_PER_STEP).collect();
        for doc in &due {
            self.taken.extend(self.waiting.remove_entry(doc));
        }
        due
    }

    /// Has those read again that were taken and came to nothing.
    pub(super) fn give_back(&mut self, now: Timestamp) {
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
    pub(super) fn upto(&self, head: u64) -> u64 {
        let unread = self.waiting.values().chain(self.taken.values());
        let unread = unread.chain(self.leaving.values());
        unread.map(|it| it.since - 1).min().unwrap_or(head)
    }
}
