//! A browser erased the database, and kept aside what nobody else has: it is taken up on the replica of the same member,
//! who joined again. What the cooperative has meanwhile is left out; the rest is made again as after a refusal, so that what
//! stood on something that is not to be had any more is there to look at, and overwrites nothing.

use automerge::{Automerge, ChangeHash};
use besace_model::error::ErrorCode;
use besace_model::ids::{CommitHash, DocId};
use besace_model::sorted::{SortedMap, SortedSet};
use besace_model::time::Timestamp;

use super::Replica;
use super::recover::Why;
use crate::api::{DispatchResult, Topic};
use crate::base::Base;
use crate::entry::{command_json, entry_key};
use crate::outbox::Item;
use crate::store::{self, Batch, ItemRow, REFUSED, RefusedRow};
use crate::view::sync::Carried;

/// What the cooperative is known to have, of each document that was looked at.
type Confirmed = SortedMap<DocId, Option<Automerge>>;

impl Replica {
    pub(super) fn take_up(&mut self, items: Vec<Carried>, now: Timestamp) -> DispatchResult {
        let mut batch = Batch::default();
        let mut targets = SortedSet::new();
        let (mut taken, mut confirmed) = (Vec::new(), Confirmed::new());
        for carried in items {
            let one = self.take_up_one(carried, &mut confirmed, now, &mut batch);
            if let Some((number, doc)) = one {
                taken.push(number);
                targets.insert(doc);
            }
        }
        for doc in targets {
            self.recover(doc, now, &mut batch);
        }
        taken.retain(|number| self.is_made(*number, now, &mut batch));
        if batch.is_empty() {
            return DispatchResult::NoChange;
        }
        // All of it reaches the disk in one write, or none.
        self.saver.hold();
        let mut token = self.save_strictly(batch);
        for number in taken {
            token = self.save_command(Some(number), None, Batch::default());
        }
        self.let_go();
        DispatchResult::Done { token, entry: None }
    }

    /// Whether an item was made again. One whose document cannot be read here is there to look at.
    fn is_made(&mut self, number: u32, now: Timestamp, batch: &mut Batch) -> bool {
        let is_made = |item: &mut Item| !item.row.change.is_empty();
        if self.outbox.get_mut(number).is_some_and(is_made) {
            return true;
        }
        if let Some(item) = self.outbox.remove(number) {
            self.refuse(item, Why::code(ErrorCode::NotOnThisPhone), now, batch);
        }
        false
    }

    /// The item's number in the outbox, and its document, if it is to be made again.
    fn take_up_one(
        &mut self,
        carried: Carried,
        confirmed: &mut Confirmed,
        now: Timestamp,
        batch: &mut Batch,
    ) -> Option<(u32, DocId)> {
        let heads = |text: &str| Base::parse(text).map(|base| base.heads().to_vec());
        let mut was = heads(&carried.was).unwrap_or_default();
        let base = carried.base.as_deref().and_then(heads);
        let command = command_json(&carried.command);
        let entry = entry_key(&command);
        let head = self.standing(&carried.command.target(self.member), &entry);
        let doc = head.id(self.coop);
        if self.is_here(doc, &was, confirmed) {
            return None;
        }
        let number = self.next_number();
        if let Some(code) = carried.code {
            let row = RefusedRow {
                head,
                command,
                created_ms: carried.created_ms,
                refused_ms: now.0,
                code,
                path: String::new(),
                barred: false,
                was,
                base: base.unwrap_or_default(),
                from: None,
            };
            batch.put(REFUSED, store::number_key(number), store::to_cbor(&row));
            self.touch(row.head.kind);
            self.refused.insert(number, row);
            self.topics.insert(Topic::Refused);
            return None;
        }
        self.docs.get_or_make(doc, &head);
        let row = ItemRow {
            head,
            command,
            change: Vec::new(),
            hash: was.pop().unwrap_or(CommitHash([0; 32])),
            created_ms: carried.created_ms,
            signature: Vec::new(),
            replays: 0,
            accepted_ms: None,
            accepted_seq: None,
            base,
            was,
            from: None,
        };
        self.outbox.add(Item {
            number,
            doc,
            row,
            entry,
            saved: false,
            in_flight: false,
            needs: 0,
        });
        Some((number, doc))
    }

    /// Whether the cooperative has a change under one of its names, or this phone has taken it up before.
    fn is_here(&self, doc: DocId, was: &[CommitHash], confirmed: &mut Confirmed) -> bool {
        let mut refused = self.refused.values();
        let pending = |hash: &CommitHash| {
            self.outbox.by_hash(hash).is_some()
                || self.outbox.now_named(doc, self.coop, *hash).is_some()
        };
        if refused.any(|row| row.was.iter().any(|it| was.contains(it))) || was.iter().any(pending) {
            return true;
        }
        if !confirmed.contains_key(&doc) {
            let read = self.docs.get(doc).and_then(|doc| doc.confirmed().ok());
            confirmed.insert(doc, read);
        }
        let read = confirmed.get(&doc).and_then(Option::as_ref);
        read.is_some_and(|read| {
            let has = |hash: &CommitHash| read.get_change_meta_by_hash(&ChangeHash(hash.0));
            was.iter().any(|hash| has(hash).is_some())
        })
    }
}
