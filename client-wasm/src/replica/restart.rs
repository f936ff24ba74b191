//! The relay started over: another epoch, a restored backup. Its new life begins with everything it knows, said
//! document by document. Meanwhile the phone shows what it had and what comes, together; once all is said, what was not
//! said again is dropped and what a person made on top of it is made again. Nothing a person did is lost.

use besace_model::head::DocHead;
use besace_model::ids::DocId;

use super::Replica;
use super::update::{After, has};
use crate::api::Topic;
use crate::docs::Unreadable;
use crate::store::Batch;

impl Replica {
    /// A relay that started over has said all it knows: what it did not say again is gone, and what was made on top of
    /// that is made again.
    pub(super) fn drop_what_the_relay_lost(&mut self, after: &mut After, batch: &mut Batch) {
        let life = self.meta.life;
        self.outbox.release_all();
        self.make_documents_of_what_is_pending();
        let all: Vec<DocId> = self.docs.iter().map(|(id, _)| id).collect();
        for id in all {
            let Some(doc) = self.docs.get_mut(id) else {
                continue;
            };
            let kind = doc.row.head.kind;
            let dropped = doc.drop_stale(id, life, batch);
            let has_content = doc.has_content();
            let is_pending = self.outbox.of(id).next().is_some();
            if !dropped && !is_pending {
                continue;
            }
            self.touch(kind);
            self.docs.unload(id);
            if !has_content && !is_pending {
                self.docs.forget(id, batch);
                continue;
            }
            let stands = self.reading(id, None, |it| {
                let shown = it.docs.shown(id, it.outbox.of(id))?;
                let stands = it.outbox.of(id).all(|item| has(shown, item));
                if stands {
                    it.docs.write_record(id, batch);
                }
                Ok(stands)
            });
            match stands {
                Ok(true) => {}
                Ok(false) => {
                    self.renew_actor(id);
                    after.recover.insert(id);
                }
                Err(Unreadable) => self.ask_again(id, batch),
            }
        }
        self.topics.insert(Topic::Conflicts);
        self.refresh_grants();
    }

    /// What the relay accepted in its life before may be of a document that is not here: all was downloaded again.
    fn make_documents_of_what_is_pending(&mut self) {
        for item in self.outbox.items() {
            let head = &item.row.head;
            if self.docs.get(item.doc).is_none() && self.grants.reads(head.audience()) {
                self.docs.get_or_make(item.doc, head);
            }
        }
    }

    /// A relay that started over does not know what this phone held before, so it cannot say what was lost meanwhile:
    /// the directory does.
    pub(super) fn lose_what_is_not_mine_to_read(&mut self, after: &mut After, batch: &mut Batch) {
        let grants = &self.grants;
        let not_mine = |head: &DocHead| !grants.reads(head.audience());
        let lost: Vec<DocId> = self
            .docs
            .iter()
            .filter(|(_, doc)| not_mine(&doc.row.head))
            .map(|(id, _)| id)
            .collect();
        for id in lost {
            self.lose(id, after, batch);
        }
    }
}
