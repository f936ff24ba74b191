//! What no longer applies becomes a refused item, or moves on to where it does.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::DocId;
use besace_model::plain;
use besace_model::sorted::SortedSet;
use besace_model::time::Timestamp;

use crate::api::Topic;
use crate::outbox::Item;
use crate::replica::Replica;
use crate::store::{self, Batch, OUTBOX, REFUSED, RefusedRow};

/// Why an item is refused.
#[derive(Debug, Clone)]
pub(in crate::replica) struct Why {
    pub(in crate::replica) code: ErrorCode,
    pub(in crate::replica) path: String,
    pub(in crate::replica) barred: bool,
}

impl Why {
    pub(in crate::replica) fn code(code: ErrorCode) -> Self {
        Self {
            code,
            path: String::new(),
            barred: false,
        }
    }
}

impl Replica {
    /// Makes an item, taken out of the outbox, a refused one.
    pub(in crate::replica) fn refuse(
        &mut self,
        item: Item,
        why: Why,
        now: Timestamp,
        batch: &mut Batch,
    ) {
        batch.delete(OUTBOX, store::number_key(item.number));
        let base = item.row.base.unwrap_or_default();
        self.note_gone(&item.row.was, item.row.hash, &base);
        let mut was = item.row.was;
        was.push(item.row.hash);
        let row = RefusedRow {
            was,
            base,
            head: item.row.head,
            command: item.row.command,
            created_ms: item.row.created_ms,
            refused_ms: now.0,
            code: why.code,
            path: why.path,
            barred: why.barred,
            from: item.row.from,
        };
        batch.put(
            REFUSED,
            store::number_key(item.number),
            store::to_cbor(&row),
        );
        self.touch(row.head.kind);
        self.refused.insert(item.number, row);
        self.topics.insert(Topic::Refused);
    }

    /// Moves the pending commands of a superseded document to where what they change stands now; refuses them when there
    /// is no such place.
    pub(in crate::replica) fn move_on(
        &mut self,
        doc: DocId,
        why: &Why,
        now: Timestamp,
        batch: &mut Batch,
    ) {
        let pending: Vec<u32> = self.outbox.of(doc).map(|item| item.number).collect();
        let mut targets = SortedSet::new();
        for number in pending {
            let Some(mut item) = self.outbox.remove(number) else {
                continue;
            };
            // It was signed for that very document.
            if item.row.from.is_some() {
                self.refuse(item, why.clone(), now, batch);
                continue;
            }
            let head = match plain::from_json::<Command>(item.row.command.as_bytes()) {
                Ok(command) => self.standing(&command.target(self.member), &item.entry),
                Err(_) => self.docs.last(&item.row.head).clone(),
            };
            if head == item.row.head {
                self.refuse(item, why.clone(), now, batch);
                continue;
            }
            item.doc = head.id(self.coop);
            self.docs.get_or_make(item.doc, &head);
            item.row.head = head;
            targets.insert(item.doc);
            self.outbox.add(item);
        }
        for target in targets {
            self.renew_actor(target);
            self.recover(target, now, batch);
        }
    }
}
