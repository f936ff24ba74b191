//! What became of a write.

use besace_model::limits::BACKOFF_MS_MAX;
use besace_model::session::phone;
use besace_model::time::Timestamp;

use super::Save;
use crate::api::{Effect, Topic};
use crate::replica::Replica;
use crate::store::{Batch, OUTBOX, REFUSED, number_key, to_cbor};

impl Replica {
    pub(in crate::replica) fn persisted(&mut self, id: u32, now: Timestamp) {
        let Some(write) = self.saver.running.take_if(|write| write.id == id) else {
            return;
        };
        if !write.alone {
            self.saver.retry_at = None;
            if std::mem::take(&mut self.saver.failed) {
                self.topics.insert(Topic::Sync);
            }
        }
        if write.holds_all && !std::mem::replace(&mut self.saver.holds_all, true) {
            self.topics.insert(Topic::Sync);
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

    pub(in crate::replica) fn persist_failed(&mut self, id: u32, quota: bool, now: Timestamp) {
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
    pub(super) fn undo(&mut self, save: Save, now: Timestamp) {
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

    pub(in crate::replica) fn retry_save(&mut self) {
        let now = self.clock.moment();
        if self.saver.retry_at.is_some_and(|at| at <= now) {
            self.saver.retry_at = None;
            self.flush();
        }
    }
}
