//! The part of admission that needs a document's whole log, done beside the writer before a push is handed to it: the
//! index of a document that the writer has not at hand, and the receipts of those who may no longer write to one.

use std::collections::BTreeMap;
use std::mem;

use besace_model::ids::{CommitHash, MemberId};
use besace_model::wire::Receipt;
use rusqlite::Connection;

use super::indexes::{AtHand, Indexed};
use super::people::People;
use super::{CoopError, CoopReader, Prepared};
use crate::limits::READY_BYTES_MAX;
use crate::store::docs::{self, DocMeta};
use crate::store::people::Status;
use crate::store::{StoreError, at_one_moment, grants, log};

/// Bytes counted for a change that was looked at and not kept.
const LOOK_BYTES: usize = 32;

/// What a push brings along for the writer.
#[derive(Debug, Default)]
pub(super) enum Ready {
    /// Nothing: the writer had the index at hand, or there is none.
    #[default]
    Nothing,
    /// The document's index, from the log up to an entry.
    Index(Box<Indexed>, u64),
    /// What is stored of the document cannot be read.
    Damaged,
    /// Which of the pushed changes the document has: whoever pushed may not write to it any more, or nobody may.
    Receipts(BTreeMap<CommitHash, Receipt>),
}

impl Ready {
    /// The receipt of a change that was accepted before.
    pub(super) fn receipt(&self, hash: &CommitHash) -> Option<Receipt> {
        match self {
            Self::Receipts(receipts) => receipts.get(hash).copied(),
            _ => None,
        }
    }

    /// Takes the index out.
    pub(super) fn take(&mut self) -> Self {
        match self {
            Self::Receipts(_) => Self::Nothing,
            _ => mem::take(self),
        }
    }
}

impl Prepared {
    /// Whether the writer may lack what judging it takes.
    pub(super) fn is_cold(&self, at_hand: &AtHand) -> bool {
        matches!(self.ready, Ready::Nothing) && !at_hand.has(self.id)
    }
}

impl CoopReader {
    /// Makes what the writer needs to judge pushes and has not at hand; how much work that was, in bytes of indexes.
    /// What does not fit [`READY_BYTES_MAX`] is left: the writer asks to come again.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn make_ready(&self, pushes: &mut [Prepared]) -> Result<usize, CoopError> {
        let people = self.glance.people();
        let moment = at_one_moment(&self.conn)?;
        let upto = log::head(&moment)?;
        let mut work = 0;
        for push in pushes {
            if push.is_cold(&self.glance.at_hand) && work < READY_BYTES_MAX {
                work += make_ready(&moment, &people, push, upto)?;
            }
        }
        Ok(work)
    }
}

fn make_ready(
    conn: &Connection,
    people: &People,
    push: &mut Prepared,
    upto: u64,
) -> Result<usize, StoreError> {
    let Some(doc) = docs::find(conn, push.id)? else {
        return Ok(0);
    };
    match asked(conn, people, push, &doc)? {
        Asked::Nothing => Ok(0),
        asked if doc.is_frozen || asked == Asked::Receipts => {
            let wanted = push.commits.iter().map(|commit| commit.hash).collect();
            let (receipts, looked) = log::receipts(conn, doc.row, &wanted)?;
            push.ready = Ready::Receipts(receipts);
            Ok(looked * LOOK_BYTES)
        }
        _ => match Indexed::rebuild(conn, &doc) {
            Ok(index) => {
                let work = index.weight();
                push.ready = Ready::Index(Box::new(index), upto);
                Ok(work)
            }
            Err(StoreError::Damaged(_)) => {
                push.ready = Ready::Damaged;
                Ok(0)
            }
            Err(error) => Err(error),
        },
    }
}

#[derive(PartialEq, Eq)]
enum Asked {
    Nothing,
    Receipts,
    Index,
}

/// What those who signed a push may ask of a document: rights come before work.
fn asked(
    conn: &Connection,
    people: &People,
    push: &Prepared,
    doc: &DocMeta,
) -> Result<Asked, StoreError> {
    if doc.head.kind.is_relays() {
        return Ok(Asked::Nothing);
    }
    let mut asked = Asked::Nothing;
    let mut before: Option<MemberId> = None;
    for commit in push.commits.iter().filter(|commit| commit.parsed.is_ok()) {
        let Some(device) = people.device(commit.device) else {
            continue;
        };
        let Some(member) = people.member(device.member) else {
            continue;
        };
        let takes_part = device.revoked_at.is_none() && member.row.status == Status::Active;
        if takes_part && member.grants.reads(doc.head.audience()) {
            return Ok(Asked::Index);
        }
        if before != Some(device.member) && grants::ever_read(conn, device.member, doc.audience)? {
            asked = Asked::Receipts;
        }
        before = Some(device.member);
    }
    Ok(asked)
}
