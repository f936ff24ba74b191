//! One write transaction under way: what it adds to the log and to who reads what, staged until COMMIT.

mod published;
mod readers;
mod staged;

use std::collections::BTreeMap;
use std::sync::Arc;

use besace_model::access::Audience;
use besace_model::commit::SIGNATURE_BYTES;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, DocId};
use besace_model::time::Timestamp;
use besace_model::wire::Receipt;
use rusqlite::Connection;

pub use published::{Published, PublishedEntry, ReaderChange};
pub(super) use staged::Staged;

use super::board::Board;
use super::people::People;
use crate::store::docs::{self, AudienceRow, DocMeta, DocRow};
use crate::store::lives::{self, Life};
use crate::store::log::{self, DeviceRow, Entry};
use crate::store::{StoreError, derived, snapshots};
use staged::Step;

/// A commit about to be written.
pub(super) struct NewCommit<'a> {
    pub(super) doc: &'a DocMeta,
    pub(super) device: DeviceRow,
    pub(super) hash: CommitHash,
    /// None where a later commit of the same session proves this one.
    pub(super) signature: Option<&'a [u8; SIGNATURE_BYTES]>,
    pub(super) change: Vec<u8>,
    /// The document's entry before this one; 0 when there is none, or nobody cares.
    pub(super) follows: u64,
    pub(super) submission: Option<usize>,
}

/// The transaction's staged effects.
pub(super) struct Writing<'a> {
    pub(super) conn: &'a Connection,
    pub(super) now: Timestamp,
    board: &'a Board,
    /// Who is who, as far as the spans of the readers are in line with it.
    people: Arc<People>,
    head: u64,
    steps: Vec<Step>,
    audiences: BTreeMap<Audience, AudienceRow>,
    grown: BTreeMap<DocRow, u32>,
    people_changed: bool,
}

impl<'a> Writing<'a> {
    pub(super) fn new(
        conn: &'a Connection,
        board: &'a Board,
        people: Arc<People>,
        now: Timestamp,
    ) -> Self {
        Self {
            conn,
            now,
            board,
            people,
            head: board.head(),
            steps: Vec::new(),
            audiences: BTreeMap::new(),
            grown: BTreeMap::new(),
            people_changed: false,
        }
    }

    /// Notes that the relay writes for the first time since it opened the file, and brings who reads what in line with it.
    pub(super) fn begin_life(&mut self, name: u32) -> Result<(), StoreError> {
        let life = Life {
            after: self.head,
            name,
        };
        lives::begin(self.conn, life)?;
        self.steps.push(Step::Life(life));
        self.regrant_all()
    }

    /// The last place taken so far.
    pub(super) fn head(&self) -> u64 {
        self.head
    }

    /// Makes a document's row; its first commit is the next one written. Whoever reads it does so by then.
    pub(super) fn create(&mut self, id: DocId, head: &DocHead) -> Result<DocMeta, StoreError> {
        let audience = self.audience(head.audience())?;
        docs::insert(self.conn, id, head, audience, self.head + 1)
    }

    /// Writes a commit and takes its place in the log.
    pub(super) fn append(&mut self, commit: NewCommit<'_>) -> Result<Receipt, StoreError> {
        let seq = self.head + 1;
        log::append(
            self.conn,
            &Entry {
                seq,
                doc: commit.doc.row,
                audience: commit.doc.audience,
                device: commit.device,
                hash: commit.hash,
                at: self.now,
                signature: commit.signature.map_or(&[], |bytes| bytes),
                change: &commit.change,
            },
        )?;
        self.head = seq;
        *self.grown.entry(commit.doc.row).or_default() += 1;
        self.steps.push(Step::Entry(Arc::new(PublishedEntry {
            seq,
            mark: commit.hash.mark(),
            audience: commit.doc.audience,
            doc: commit.doc.id,
            kind: commit.doc.head.kind,
            row: commit.doc.row,
            follows: commit.follows,
            made: (commit.doc.first_seq == seq).then(|| commit.doc.head.clone()),
            change: commit.change,
            submission: commit.submission,
        })));
        Ok(Receipt { seq, at: self.now })
    }

    /// Lets nothing more into a document, and serves nothing beyond its snapshot, until a person has looked.
    pub(super) fn freeze(&mut self, doc: DocRow) -> Result<(), StoreError> {
        docs::freeze(self.conn, doc)?;
        let upto = snapshots::find(self.conn, doc)?.map_or(0, |it| it.upto_seq);
        self.steps.push(Step::Frozen { doc, upto });
        Ok(())
    }

    /// Puts one of the relay's documents, just written, in the place of its last generation. What it begins with is its
    /// snapshot, and is sent as that.
    pub(super) fn supersede(
        &mut self,
        old: &DocMeta,
        new: &DocMeta,
        snapshot: &[u8],
    ) -> Result<(), StoreError> {
        docs::supersede(self.conn, old.row, new.row, self.head)?;
        derived::take_back(self.conn, old.row)?;
        snapshots::remove(self.conn, old.row)?;
        snapshots::replace(self.conn, new.row, self.head, snapshot)?;
        // Nothing of either is beyond a snapshot.
        self.grown.insert(old.row, 0);
        self.grown.insert(new.row, 0);
        self.steps.push(Step::Superseded(old.row, old.head.kind));
        Ok(())
    }

    /// Notes that links must ask again whether they may stay.
    pub(super) fn note_people_changed(&mut self) {
        self.people_changed = true;
    }

    /// Nothing more is written: what COMMIT makes true.
    pub(super) fn finish(self) -> Staged {
        Staged {
            steps: self.steps,
            grown: self.grown,
            people_changed: self.people_changed,
            now: self.now,
        }
    }
}
