//! The relay says something: verdicts, what others did, where the phone stands now. All of it, cursor included, goes
//! to the disk in one transaction.

mod content;
mod pieces;
mod told;

use automerge::{Automerge, ChangeHash};
use besace_model::error::ErrorCode;
use besace_model::ids::DocId;
use besace_model::kind::Kind;
use besace_model::sorted::SortedSet;
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocUpdate, Update};

use super::Replica;
use super::recover::{Unmade, Why};
use crate::api::Topic;
use crate::outbox::Item;
use crate::store::Batch;

/// What an update leaves to be done once all of it is in.
#[derive(Default)]
pub(super) struct After {
    pub(super) recover: SortedSet<DocId>,
    /// Documents of which something came, and not yet, or only now, what all that is pending stands on.
    pub(super) waiting: SortedSet<DocId>,
    /// Documents of which a commit was refused: what follows it is made again, whatever was said of it.
    pub(super) judged: SortedSet<DocId>,
    pub(super) gone: Vec<(DocId, Why)>,
}

impl Replica {
    pub(super) fn update(&mut self, now: Timestamp, update: Update) {
        let mut batch = Batch::default();
        let mut after = After::default();
        self.meta.contact_ms = Some(now.0);
        self.meta.skew_ms = update.now.0 - now.0;
        if update.restart {
            self.meta.restarts += 1;
            // What this relay knows is what it says from now on.
            self.meta.life += 1;
            self.meta.starting_over = true;
            self.actors.clear();
            self.outbox.reopen_sent(self.coop, None, &mut batch);
        }
        if let Some(kinds) = update.kinds {
            self.outbox.set_relay_knows(kinds);
            self.meta.relay_reads_short = update.reads_short == Some(true);
        }
        for verdict in update.verdicts {
            self.verdict(verdict, now, &mut after, &mut batch);
        }
        // After the verdicts: what is accepted of a document that is lost leaves with it.
        for id in &update.lost {
            self.lose(*id, &mut after, &mut batch);
        }
        for doc in update.docs {
            self.doc_update(doc, update.now, &mut after, &mut batch);
        }
        // An update without a cursor holds verdicts alone: it says nothing of where the phone stands.
        let said_everything = update.cursor.is_some() && update.remaining == 0;
        if self.meta.starting_over && said_everything {
            self.meta.starting_over = false;
            self.drop_what_the_relay_lost(&mut after, &mut batch);
            self.lose_what_is_not_mine_to_read(&mut after, &mut batch);
        }
        for (doc, why) in std::mem::take(&mut after.gone) {
            self.move_on(doc, &why, now, &mut batch);
        }
        let recover = std::mem::take(&mut after.recover);
        for doc in std::mem::take(&mut after.waiting) {
            if !recover.contains(&doc) {
                self.renew_actor(doc);
                self.reading(doc, None, |it| {
                    it.make_again(doc, Unmade::Waits, now, &mut batch);
                });
            }
        }
        for doc in recover {
            self.recover(doc, now, &mut batch);
        }
        if let Some(cursor) = update.cursor {
            self.meta.cursor = Some(cursor);
            self.meta.remaining = update.remaining;
            self.meta.complete |= said_everything;
        }
        self.write_meta(&mut batch);
        self.topics.insert(Topic::Sync);
        self.save(batch);
    }

    /// A document the member no longer reads leaves the phone; what was not sent of it stays readable.
    pub(super) fn lose(&mut self, id: DocId, after: &mut After, batch: &mut Batch) {
        if let Some(doc) = self.docs.get(id) {
            let kind = doc.row.head.kind;
            self.docs.forget(id, batch);
            self.touch(kind);
            self.forget_told(id, kind, batch);
        }
        after.gone.push((id, Why::code(ErrorCode::Forbidden)));
    }

    fn doc_update(
        &mut self,
        update: DocUpdate,
        relay_now: Timestamp,
        after: &mut After,
        batch: &mut Batch,
    ) {
        let (id, head) = match update.doc {
            DocName::Known(id) => (id, None),
            DocName::Head(head) => (head.id(self.coop), Some(head)),
        };
        match (self.docs.get(id), head) {
            (None, Some(head)) if head.is_well_formed() => {
                self.docs.get_or_make(id, &head);
            }
            // A later version of the app says that it knows the kind, and is given all of them.
            (None, Some(head)) if matches!(head.kind, Kind::Other(_)) => return,
            (None, _) => return self.ask_again(id, batch),
            _ => {}
        }
        let life = self.meta.life;
        if let Some(doc) = self.docs.get_mut(id) {
            doc.meet(id, life, batch);
        }
        if self
            .take_content(id, update.piece, update.changes, relay_now, after, batch)
            .is_err()
        {
            self.ask_again(id, batch);
        }
    }
}

/// Whether a document holds the change of an item.
pub(super) fn has(doc: &Automerge, item: &Item) -> bool {
    doc.get_change_meta_by_hash(&ChangeHash(item.row.hash.0))
        .is_some()
}
