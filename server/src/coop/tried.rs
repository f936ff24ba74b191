//! How far each document may be served: up to what Automerge has taken of it, on a document that nobody is sent, and of a
//! frozen one up to its last good snapshot. Part of the board, so it changes with it.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::docs::{self, DocRow};

/// How far a document may be served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Served {
    /// To its end.
    Whole,
    /// To its last good snapshot, which ends with this entry; 0: not at all.
    Upto(u64),
}

/// What is known of every document's trials.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tried {
    frozen: BTreeMap<DocRow, u64>,
}

impl Tried {
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        Ok(Self {
            frozen: docs::frozen(conn)?.into_iter().collect(),
        })
    }

    /// How far a document may be served.
    pub(crate) fn served(&self, doc: DocRow) -> Served {
        match self.frozen.get(&doc) {
            Some(upto) => Served::Upto(*upto),
            None => Served::Whole,
        }
    }

    /// How many documents are frozen.
    pub(crate) fn frozen(&self) -> usize {
        self.frozen.len()
    }

    /// Takes in that a document is frozen, and the last entry of its snapshot.
    pub(super) fn freeze(&mut self, doc: DocRow, upto: u64) {
        self.frozen.insert(doc, upto);
    }
}
