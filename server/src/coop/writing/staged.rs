//! What a transaction staged, taken onto the board after COMMIT.

use std::collections::BTreeMap;
use std::sync::Arc;

use besace_model::access::Audience;
use besace_model::kind::Kind;
use besace_model::time::Timestamp;

use super::published::{Published, PublishedEntry, ReaderChange};
use crate::coop::board::Board;
use crate::store::docs::{AudienceRow, DocRow};
use crate::store::lives::Life;

pub(super) enum Step {
    Life(Life),
    Entry(Arc<PublishedEntry>),
    Audience(AudienceRow, Audience),
    Superseded(DocRow, Kind),
    Frozen {
        doc: DocRow,
        upto: u64,
    },
    Readers {
        seq: u64,
        mark: u32,
        changes: Vec<ReaderChange>,
    },
}

/// What a transaction changes in memory once it is committed.
pub(in crate::coop) struct Staged {
    pub(super) steps: Vec<Step>,
    /// Changes each document got.
    pub(in crate::coop) grown: BTreeMap<DocRow, u32>,
    pub(super) people_changed: bool,
    pub(super) now: Timestamp,
}

impl Staged {
    /// Whether anything was written to the log or to who reads what.
    pub(in crate::coop) fn is_something(&self) -> bool {
        !self.steps.is_empty()
    }

    /// Takes the committed changes into the board, and tells them.
    pub(in crate::coop) fn publish(self, board: &mut Board) -> Published {
        let mut published = Published {
            people_changed: self.people_changed,
            at: self.now,
            ..Published::default()
        };
        for step in self.steps {
            match step {
                Step::Life(life) => board.begin_life(life),
                Step::Audience(row, audience) => board.add_audience(row, audience),
                Step::Entry(entry) => {
                    board.push(entry.seq, entry.mark, Some(entry.audience));
                    let is_relays = entry.is_relays();
                    board.tried_mut().grow(entry.row, entry.seq, is_relays);
                    published.entries.push(entry);
                }
                Step::Superseded(doc, kind) => {
                    board.tried_mut().supersede(doc, kind);
                    published.superseded.push(doc);
                }
                Step::Frozen { doc, upto } => {
                    board.tried_mut().freeze(doc, upto);
                    published.frozen.push(doc);
                }
                Step::Readers { seq, mark, changes } => {
                    board.push(seq, mark, None);
                    for change in &changes {
                        board.set_reading(change.member, seq, &change.gained, &change.lost);
                    }
                    published.readers.extend(changes);
                }
            }
        }
        published.head = board.head();
        published
    }
}
