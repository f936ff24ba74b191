//! Writing to the phone's disk.
//!
//! What comes from the relay is written one transaction at a time, so that a cursor can never reach the disk before
//! the content it stands for: while one write runs, the next gathers; a failed one is written again with it. A
//! person's command is written on its own at once, and undone when that fails.

use besace_model::limits::BACKOFF_MS_MAX;
use besace_model::session::phone::Event;
use besace_model::sorted::SortedMap;
use besace_model::time::Timestamp;

use super::Replica;
use crate::api::{Effect, Topic};
use crate::store::{Batch, OUTBOX, RefusedRow, number_key, to_cbor};

/// Writes under way.
#[derive(Debug, Default)]
pub(crate) struct Saver {
    last_id: u32,
    /// What the write under way holds, and its id.
    running: Option<(u32, Batch)>,
    next: Batch,
    retry_at: Option<Timestamp>,
    /// Commands being written: id to what to do then.
    commands: SortedMap<u32, Command>,
    pub(crate) failed: bool,
}

#[derive(Debug)]
struct Command {
    number: Option<u32>,
    /// The refused item this one takes the place of.
    instead_of: Option<(u32, RefusedRow)>,
}

impl Saver {
    /// When a failed write is tried again.
    pub(crate) fn retry_at(&self) -> Option<Timestamp> {
        self.retry_at
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

    fn flush(&mut self) {
        let saver = &mut self.saver;
        if saver.running.is_some() || saver.retry_at.is_some() || saver.next.is_empty() {
            return;
        }
        let batch = std::mem::take(&mut saver.next);
        let id = saver.next_id();
        saver.running = Some((id, batch.clone()));
        self.persist(id, false, batch);
    }

    fn persist(&mut self, id: u32, strict: bool, batch: Batch) {
        let (puts, deletes) = batch.rows();
        self.effects.push(Effect::Persist {
            id,
            strict,
            puts,
            deletes,
        });
    }

    /// Writes a person's command; the id is the token that `saved` will name.
    pub(super) fn save_command(
        &mut self,
        number: Option<u32>,
        instead_of: Option<(u32, RefusedRow)>,
        batch: Batch,
    ) -> u32 {
        let id = self.saver.next_id();
        self.saver
            .commands
            .insert(id, Command { number, instead_of });
        self.persist(id, true, batch);
        id
    }

    /// Writes something a person asked for that is no command.
    pub(super) fn save_strictly(&mut self, batch: Batch) -> u32 {
        self.save_command(None, None, batch)
    }

    pub(super) fn persisted(&mut self, id: u32, now: Timestamp) {
        if self.saver.failed {
            self.saver.failed = false;
            self.topics.insert(Topic::Sync);
        }
        if let Some(command) = self.saver.commands.remove(&id) {
            if let Some(number) = command.number
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
            self.effects.push(Effect::Saved { token: id });
            self.topics.insert(Topic::Sync);
            self.link(now, Event::Work);
        } else if self
            .saver
            .running
            .as_ref()
            .is_some_and(|(running, _)| *running == id)
        {
            self.saver.running = None;
            self.flush();
        }
    }

    pub(super) fn persist_failed(&mut self, id: u32, quota: bool, now: Timestamp) {
        self.saver.failed = true;
        self.topics.insert(Topic::Sync);
        if let Some(command) = self.saver.commands.remove(&id) {
            self.effects.push(Effect::SaveFailed { token: id, quota });
            self.undo(command, now);
        } else if let Some((_, batch)) = self.saver.running.take_if(|(running, _)| *running == id) {
            let later = std::mem::replace(&mut self.saver.next, batch);
            self.saver.next.merge(later);
            self.saver.retry_at = Some(now.plus_ms(BACKOFF_MS_MAX));
        }
    }

    /// Takes back a command that the disk did not take; later ones on the same document are made again without it.
    fn undo(&mut self, command: Command, now: Timestamp) {
        let Some(number) = command.number else {
            return;
        };
        if let Some(item) = self.outbox.remove(number) {
            self.touch(item.row.head.kind);
            if let Some((refused, row)) = command.instead_of {
                self.refused.insert(refused, row);
                self.topics.insert(Topic::Refused);
            }
            let mut batch = Batch::default();
            self.recover(item.doc, now, &mut batch);
            self.save(batch);
        }
    }

    pub(super) fn retry_save(&mut self, now: Timestamp) {
        if self.saver.retry_at.is_some_and(|at| now >= at) {
            self.saver.retry_at = None;
            self.flush();
        }
    }
}
