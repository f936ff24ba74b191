//! Writing to the phone's disk.
//!
//! Everything is written in the order it happened, one transaction at a time: while one write runs, the next gathers,
//! and a failed one is written again with it. So the disk holds a state the replica was in, an older row never lands on
//! a newer one, and a cursor never reaches the disk before the content it stands for.
//!
//! What a person saves goes out as soon as the write under way ends, with all that waits. Where the disk has no room
//! for all of that, it is tried by itself; where it has no room for that either, it is undone and the person told.

use besace_model::ids::DocId;
use besace_model::limits::BACKOFF_MS_MAX;
use besace_model::session::phone;
use besace_model::sorted::SortedSet;
use besace_model::time::{Moment, Timestamp};

use super::Replica;
use crate::api::{Effect, RowKey, Topic};
use crate::store::{self, Batch, DOCS, OUTBOX, REFUSED, RefusedRow, SENT, number_key, to_cbor};

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
    /// Texts of which the changes are still being made: nothing is written before the last one.
    held: u32,
    pub(crate) failed: bool,
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

    fn next_id(&mut self) -> u32 {
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
        });
        self.effects.push(Effect::Persist {
            id,
            strict,
            puts,
            deletes,
        });
    }

    pub(super) fn persisted(&mut self, id: u32, now: Timestamp) {
        let Some(write) = self.saver.running.take_if(|write| write.id == id) else {
            return;
        };
        if !write.alone {
            self.saver.retry_at = None;
            if std::mem::take(&mut self.saver.failed) {
                self.topics.insert(Topic::Sync);
            }
        }
        for doc in write.unread {
            self.read_from_now_on(doc);
        }
        let something_saved = !write.saves.is_empty();
        for save in write.saves {
            self.saved(&save);
        }
        self.flush();
        if something_saved {
            self.link(now, phone::Event::Work);
        }
    }

    fn saved(&mut self, save: &Save) {
        if let Some(number) = save.number
            && let Some(item) = self.outbox.get_mut(number)
        {
            item.saved = true;
            if !item.row.signature.is_empty() {
                // The signature came first: it is written now that the row stands.
                let mut batch = Batch::default();
                batch.put(OUTBOX, number_key(number), to_cbor(&item.row));
                self.save(batch);
            }
        }
        self.effects.push(Effect::Saved { token: save.token });
        self.topics.insert(Topic::Sync);
    }

    pub(super) fn persist_failed(&mut self, id: u32, quota: bool, now: Timestamp) {
        let Some(write) = self.saver.running.take_if(|write| write.id == id) else {
            return;
        };
        self.saver.failed = true;
        self.topics.insert(Topic::Sync);
        if write.alone {
            for save in write.saves.into_iter().rev() {
                let token = save.token;
                self.effects.push(Effect::SaveFailed { token, quota });
                self.undo(save, now);
            }
            return self.flush();
        }
        let later = std::mem::replace(&mut self.saver.next, write.batch);
        self.saver.next.merge(later);
        self.saver.unread.extend(write.unread);
        self.saver.retry_at = Some(self.clock.moment().plus_ms(BACKOFF_MS_MAX));
        if write.saves.is_empty() {
            return self.flush();
        }
        let keys = write.saves.iter().flat_map(|save| &save.keys).collect();
        let rows = self.saver.next.only(&keys);
        self.write(rows, write.saves, true);
    }

    /// Takes back a command that the disk did not take; later ones on the same document are made again without it.
    fn undo(&mut self, save: Save, now: Timestamp) {
        let Some(number) = save.number else {
            return;
        };
        if let Some(item) = self.outbox.remove(number) {
            let base = item.row.base.clone().unwrap_or_default();
            self.note_gone(&item.row.was, item.row.hash, &base);
            self.touch(item.row.head.kind);
            let mut batch = Batch::default();
            batch.delete(OUTBOX, number_key(number));
            if let Some((refused, row)) = save.instead_of {
                batch.put(REFUSED, number_key(refused), to_cbor(&row));
                self.refused.insert(refused, row);
                self.topics.insert(Topic::Refused);
            }
            self.renew_actor(item.doc);
            self.recover(item.doc, now, &mut batch);
            self.save(batch);
        }
    }

    pub(super) fn retry_save(&mut self) {
        let now = self.clock.moment();
        if self.saver.retry_at.is_some_and(|at| at <= now) {
            self.saver.retry_at = None;
            self.flush();
        }
    }
}
