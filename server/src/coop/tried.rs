//! How far each document may be served: up to what Automerge has taken of it, on a document that nobody is sent, and of a
//! frozen one up to its last good snapshot, and of a superseded one nothing. Part of the board, so it changes with it.

use std::collections::{BTreeMap, BTreeSet};

use besace_model::kind::Kind;
use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::docs::{self, DocRow};

/// How far a document may be served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Served {
    /// As far as asked.
    Whole,
    /// Not before it is tried.
    Untried,
    /// To its last good snapshot, which ends with this entry; 0: not at all.
    Upto(u64),
}

/// The entries of a document that were not tried.
#[derive(Debug, Clone, Copy)]
struct Untried {
    first: u64,
    last: u64,
}

/// What is known of every document's trials.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tried {
    untried: BTreeMap<DocRow, Untried>,
    frozen: BTreeMap<DocRow, u64>,
    /// Those whose entries of the log have content yet.
    superseded: BTreeSet<DocRow>,
    /// Those of them that lose it: what members signed is kept.
    uncleared: BTreeSet<DocRow>,
}

impl Tried {
    /// Reads it from the file: what stands in a snapshot was tried, and what is noted to be.
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let untried = docs::untried(conn)?.into_iter();
        let span = |(doc, first, last)| (doc, Untried { first, last });
        let mut tried = Self {
            untried: untried.map(span).collect(),
            frozen: docs::frozen(conn)?.into_iter().collect(),
            ..Self::default()
        };
        for (doc, kind) in docs::superseded(conn)? {
            tried.supersede(doc, kind);
        }
        Ok(tried)
    }

    /// How far a document may be served to somebody who wants it up to an entry.
    pub(crate) fn served(&self, doc: DocRow, upto: u64) -> Served {
        if self.superseded.contains(&doc) {
            return Served::Upto(0);
        }
        if let Some(upto) = self.frozen.get(&doc) {
            return Served::Upto(*upto);
        }
        match self.untried.get(&doc) {
            Some(untried) if untried.first <= upto => Served::Untried,
            _ => Served::Whole,
        }
    }

    /// Whether a document is frozen.
    pub(crate) fn is_frozen(&self, doc: DocRow) -> bool {
        self.frozen.contains_key(&doc)
    }

    /// How many documents are frozen.
    pub(crate) fn frozen(&self) -> usize {
        self.frozen.len()
    }

    /// Documents with untried entries.
    pub(crate) fn due(&self) -> impl Iterator<Item = DocRow> + '_ {
        self.untried.keys().copied()
    }

    /// A document's last entry, when it was not tried.
    pub(crate) fn wanted(&self, doc: DocRow) -> Option<u64> {
        self.untried.get(&doc).map(|untried| untried.last)
    }

    /// Takes in a committed entry. What the relay writes is made on a document of its own and so tried.
    pub(super) fn grow(&mut self, doc: DocRow, seq: u64, is_relays: bool) {
        if self.is_frozen(doc) {
            return;
        }
        if let Some(untried) = self.untried.get_mut(&doc) {
            untried.last = seq;
        } else if !is_relays {
            let untried = Untried {
                first: seq,
                last: seq,
            };
            self.untried.insert(doc, untried);
        }
    }

    /// Takes in that a document was tried up to an entry.
    pub(super) fn mark(&mut self, doc: DocRow, upto: u64) {
        if let Some(untried) = self.untried.get_mut(&doc) {
            untried.first = untried.first.max(upto + 1);
            if untried.first > untried.last {
                self.untried.remove(&doc);
            }
        }
    }

    /// A superseded document whose entries of the log have content yet.
    pub(super) fn uncleared(&self) -> Option<DocRow> {
        self.uncleared.first().copied()
    }

    /// Takes in that another document took the place of one.
    pub(super) fn supersede(&mut self, doc: DocRow, kind: Kind) {
        self.untried.remove(&doc);
        self.superseded.insert(doc);
        if kind.is_relays() {
            self.uncleared.insert(doc);
        }
    }

    /// Takes in that nothing is left of a superseded document.
    pub(super) fn cleared(&mut self, doc: DocRow) {
        self.uncleared.remove(&doc);
        self.superseded.remove(&doc);
    }

    /// Takes in that a document is frozen, and the last entry of its snapshot.
    pub(super) fn freeze(&mut self, doc: DocRow, upto: u64) {
        self.untried.remove(&doc);
        self.frozen.insert(doc, upto);
    }
}
