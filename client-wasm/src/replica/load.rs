//! The app starts: rows become what the replica knows. No Automerge document is loaded, and no row that cannot be read
//! keeps the others from being read.

mod row;

use besace_model::ids::{CommitHash, DocId};
use besace_model::session::phone::{self, Phone};
use besace_model::sorted::SortedMap;
use besace_model::time::{Now, Timestamp};

use super::Replica;
use super::recover::Unmade;
use super::update::has;
use crate::api::{Effect, Row, Topic};
use crate::docs::Doc;
use crate::store::{Batch, DOCS, OUTBOX};
use row::numbered;

impl Replica {
    /// Takes in what the phone kept, in any order of rows.
    pub fn load(&mut self, mut rows: Vec<Row>, now: Now) -> Vec<Effect> {
        let now = self.told(now);
        self.phone = Phone::new(self.clock.moment(), self.chance.number());
        let mut batch = Batch::default();
        // Which documents there are comes first. Of one that a full disk has no row of, what is pending tells.
        rows.sort_by_key(|row| match row.store.as_str() {
            DOCS => 0,
            OUTBOX => 1,
            _ => 2,
        });
        let mut unread = None;
        for row in rows {
            let number = numbered(&row);
            if self.load_row(row, &mut batch).is_none() {
                self.unreadable_rows += 1;
                unread = unread.max(number);
            }
        }
        self.try_what_another_version_set_aside(&mut batch);
        let floor = [
            self.outbox.items().map(|item| item.number).max(),
            self.outbox.sent().map(|(number, _)| number).max(),
            self.refused.keys().next_back().copied(),
            self.away.keys().next_back().copied(),
            // A later version may read it: nothing is written over it.
            unread,
        ];
        let floor = floor
            .into_iter()
            .flatten()
            .max()
            .map_or(0, |number| number + 1);
        self.meta.next_item = self.meta.next_item.max(floor);
        let unsigned: Vec<(u32, DocId, _)> = self
            .outbox
            .items()
            .filter(|item| item.row.signature.is_empty())
            .map(|item| (item.number, item.doc, item.row.hash))
            .collect();
        for (number, doc, hash) in unsigned {
            self.ask_signature(number, doc, hash);
        }
        self.saver.holds_all = self.meta.complete;
        self.renew_records(now, &mut batch);
        self.save(batch);
        self.refresh_grants();
        self.topics.extend(Topic::all());
        self.link(now, phone::Event::Tick);
        self.finish()
    }

    /// Writes anew, once, what another version of the app wrote of documents in a form that this one does not read: with
    /// what is pending on top, as it was shown. The same where a command was written and its document was not, for want of
    /// room. No other document is loaded for that.
    fn renew_records(&mut self, now: Timestamp, batch: &mut Batch) {
        // What nobody else has is looked at closely: the last of it is among the heads that were written with it.
        let pending = self.outbox.items().map(|item| (item.doc, item.row.hash));
        let pending: SortedMap<DocId, CommitHash> = pending.collect();
        // A phone that downloads all again has its documents soon.
        let is_here = self.meta.cursor.is_some();
        let is_other = |id: &DocId, doc: &Doc| {
            let last = pending.get(id);
            doc.is_unreadably_recorded(last.is_some())
                || doc.row.heads.is_empty() && doc.is_recorded()
                || is_here && last.is_some_and(|last| !doc.row.heads.contains(last))
        };
        let all = self.docs.iter().filter(|(id, doc)| is_other(id, doc));
        let all: Vec<DocId> = all.map(|(id, _)| id).collect();
        for id in all {
            if self.docs.aside().contains_key(&id) {
                continue;
            }
            self.reading(id, None, |it| {
                let Ok(shown) = it.docs.shown(id, it.outbox.of(id)) else {
                    return;
                };
                if it.outbox.of(id).all(|item| has(shown, item)) {
                    return it.docs.write_record(id, batch);
                }
                // It stood on what a full disk did not take, and the relay says again.
                it.renew_actor(id);
                it.make_again(id, Unmade::Waits, now, batch);
            });
        }
    }
}
