//! The question a reader asks, and the page that answers it.

use std::collections::BTreeSet;

use besace_model::ids::{DocId, MemberId};
use besace_model::kind::KindSet;
use besace_model::time::Timestamp;
use besace_model::wire::{Cursor, DocUpdate, Logged, Update, Witness};

use rusqlite::Connection;

use crate::store::docs::DocRow;
use crate::store::{StoreError, log};

/// What a reader asks.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// Who asks.
    pub member: MemberId,
    /// Where their phone stands.
    pub cursor: Option<&'a Cursor>,
    /// A commit of theirs that the log must hold, or else it lost its end.
    pub witness: Option<Witness>,
    /// Entries the phone has because it just pushed them.
    pub skip: &'a BTreeSet<u64>,
    /// The kinds of document that both the phone and this relay know.
    pub kinds: KindSet,
    /// Payload to aim at.
    pub fill_bytes: usize,
    /// The relay's clock, for the age of changes.
    pub now: Timestamp,
}

impl Ask<'_> {
    /// Whether the log has another entry where the phone knows its commit was accepted. A cursor that stands in this
    /// log, at `reached`, answers for all before it.
    pub(super) fn is_contradicted(
        &self,
        conn: &Connection,
        reached: u64,
    ) -> Result<bool, StoreError> {
        match self.witness {
            Some(witness) if reached < witness.seq => {
                Ok(log::mark(conn, witness.seq)?.is_some_and(|mark| mark != witness.mark))
            }
            _ => Ok(false),
        }
    }
}

/// One page of what is new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Documents no longer read.
    pub lost: Vec<DocId>,
    /// New content.
    pub docs: Vec<DocUpdate>,
    /// The new cursor; `None`: unchanged.
    pub cursor: Option<Cursor>,
    /// Documents still to come.
    pub remaining: u32,
    /// The phone must start over.
    pub restart: bool,
    /// The document that the page ends before, and the entry up to which it waits for its trial.
    pub(crate) waits: Option<(DocRow, u64)>,
    /// The place reached in the log, once the page ends the catch-up: where a live link goes on.
    pub at: Option<u64>,
}

impl Page {
    /// The page of a phone that has everything up to `seq`.
    #[must_use]
    pub(crate) fn nothing(seq: u64) -> Self {
        Self {
            at: Some(seq),
            ..Self::default()
        }
    }

    /// Whether there is nothing in it to be sent yet.
    #[must_use]
    pub(crate) fn is_waiting(&self) -> bool {
        self.waits.is_some() && self.docs.is_empty() && self.lost.is_empty() && !self.restart
    }

    /// The page as an update, without verdicts.
    #[must_use]
    pub fn into_update(self, now: Timestamp) -> Update {
        Update {
            now,
            lost: self.lost,
            docs: self.docs,
            cursor: self.cursor,
            remaining: self.remaining,
            restart: self.restart,
            ..Update::default()
        }
    }
}

/// A change as readers get it.
pub(super) fn logged(change: log::Change, now: Timestamp) -> Logged {
    Logged {
        age_ms: u64::try_from(now.0.saturating_sub(change.at.0)).unwrap_or(0),
        change: change.bytes,
    }
}
