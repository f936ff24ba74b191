//! Writing to the phone's disk.
//!
//! Everything is written in the order it happened, one transaction at a time: while one write runs, the next gathers,
//! and a failed one is written again with it. So the disk holds a state the replica was in, an older row never lands on
//! a newer one, and a cursor never reaches the disk before the content it stands for.
//!
//! What a person saves goes out as soon as the write under way ends, with all that waits. Where the disk has no room
//! for all of that, it is tried by itself; where it has no room for that either, it is undone and the person told.

mod outcome;

use besace_model::ids::DocId;
use besace_model::sorted::SortedSet;
use besace_model::time::{Moment, Timestamp};

use super::Replica;
use crate::api::{Effect, RowKey};
use crate::store::{self, Batch, DOCS, OUTBOX, REFUSED, RefusedRow, SENT, number_key};

/// Writes under way.
#[derive(Debug, Default)]
pub(crate) struct Saver {
    last_id: u32,
    running: Option<Write>,
    next: Batch,
    /// Saves of a person whose rows are in `next`.
    waiting: Vec<Save>,
    /// Documents of which `next` holds content that is read once it is written.
    unread: SortedSet<DocId>,
    retry_at: Option<Moment>,
    /// Texts, and commands done together, of which the changes are still being made: nothing is written before the last one.
    held: u32,
    pub(crate) failed: bool,
    /// Whether all of the first download stands on the disk.
    pub(crate) holds_all: bool,
}

/// A write under way.
#[derive(Debug)]
struct Write {
    id: u32,
    batch: Batch,
    saves: Vec<Save>,
    unread: SortedSet<DocId>,
    /// Whether it holds nothing but what a person saves, because all that waits has no room.
    alone: bool,
    /// Whether the disk holds all of the first download once it is done.
    holds_all: bool,
}

/// Something a person was not yet told is saved.
#[derive(Debug)]
struct Save {
    token: u32,
    number: Option<u32>,
    /// The refused item this one takes the place of.
    instead_of: Option<(u32, RefusedRow)>,
    /// Its own rows.
    keys: SortedSet<RowKey>,
}

impl Saver {
    /// When a failed write is tried again.
    pub(crate) fn retry_at(&self) -> Option<Moment> {
        self.retry_at
    }

    /// A document is read once what is to be written next stands on the disk.
    pub(crate) fn read_once_written(&mut self, doc: DocId) {
        self.unread.insert(doc);
    }

    /// Keeps everything from being written, until it is let go as often.
    pub(super) fn hold(&mut self) {
        self.held += 1;
    }

    /// Whether something is kept from being written.
    pub(super) fn is_held(&self) -> bool {
        self.held > 0
    }

    pub(super) fn next_id(&mut self) -> u32 {
        self.last_id = self.last_id.wrapping_add(1);
        self.last_id
    }
}

impl Replica {
    /// Writes what is not a person's command.
    pub(super) fn save(&mut self, batch: Batch) {
        self.saver.next.merge(batch);
        self.flush();
    }

    /// Writes a person's command; the token is the one that `saved` will name.
    pub(super) fn save_command(
        &mut self,
        number: Option<u32>,
        instead_of: Option<(u32, RefusedRow)>,
        batch: Batch,
    ) -> u32 {
        let token = self.saver.next_id();
        // A document's row speaks of content that may still wait. The command itself may have been refused by the time
        // it is written.
        let own = batch.keys().filter(|key| key.store != DOCS).cloned();
        let places = [OUTBOX, REFUSED, SENT].map(|store| number.map(|it| (store, it)));
        let places = places.into_iter().flatten();
        let keys = own
            .chain(places.map(|(store, number)| store::row_key(store, number_key(number))))
            .collect();
        self.saver.waiting.push(Save {
            token,
            number,
            instead_of,
            keys,
        });
        self.save(batch);
        token
    }

    /// Writes something a person asked for that is no command.
    pub(super) fn save_strictly(&mut self, batch: Batch) -> u32 {
        self.save_command(None, None, batch)
    }

    /// Lets go of what [`Saver::hold`] held.
    pub(super) fn let_go(&mut self) {
        self.saver.held = self.saver.held.saturating_sub(1);
        self.flush();
    }

    /// Takes back commands that are not written yet, the last first.
    pub(super) fn take_back(&mut self, tokens: &[u32], now: Timestamp) {
        let waiting = std::mem::take(&mut self.saver.waiting);
        let (back, others) = waiting
            .into_iter()
            .partition(|save: &Save| tokens.contains(&save.token));
        self.saver.waiting = others;
        for save in Vec::into_iter(back).rev() {
            self.undo(save, now);
        }
    }

    fn flush(&mut self) {
        let saver = &mut self.saver;
        let nothing_new = saver.retry_at.is_some() || saver.next.is_empty();
        if saver.held > 0 || saver.running.is_some() || (saver.waiting.is_empty() && nothing_new) {
            return;
        }
        let batch = std::mem::take(&mut saver.next);
        let saves = std::mem::take(&mut saver.waiting);
        self.write(batch, saves, false);
    }

    fn write(&mut self, batch: Batch, saves: Vec<Save>, alone: bool) {
        let id = self.saver.next_id();
        let unread = if alone {
            SortedSet::new()
        } else {
            std::mem::take(&mut self.saver.unread)
        };
        let strict = !saves.is_empty();
        let (puts, deletes) = batch.clone().rows();
        self.saver.running = Some(Write {
            id,
            batch,
            saves,
            unread,
            alone,
            holds_all: self.meta.complete && !alone,
        });
        self.effects.push(Effect::Persist {
            id,
            strict,
            puts,
            deletes,
        });
    }
}
