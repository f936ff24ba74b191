//! Another phone hands over what its person wrote, or was handed itself: without network, and without anybody to ask.
//!
//! A device is believed by the relay's word on it alone, a change by that device's signature, and whether its author may
//! make it by the same rules as on the relay, with the rights that the directory on this phone gives them. All of a parcel
//! is taken, or nothing of it. What was taken is shown as this phone's own work is, and waits with it for the relay, which
//! judges it anew: who brings it there first brings it for both.

mod reading;

use besace_model::error::{ErrorCode, Refusal};
use besace_model::ids::DocId;
use besace_model::parcel;
use besace_model::time::Timestamp;

use super::Replica;
use super::dispatch::change::OUTBOX_MAX;
use crate::api::{DispatchResult, Topic};
use crate::outbox::Item;
use crate::store::{self, Batch, ItemRow, OUTBOX};
use reading::Read;

impl Replica {
    /// Takes in a parcel.
    pub(super) fn receive(&mut self, parcel: &str, now: Timestamp) -> DispatchResult {
        let Some(bytes) = parcel::from_text(parcel.trim()) else {
            return DispatchResult::rejected(ErrorCode::ParcelBroken);
        };
        match self.read_parcel(&bytes, now) {
            Ok(read) if !self.has_room_for(&read) => DispatchResult::rejected(ErrorCode::Quota),
            Ok(read) => self.keep_read(read, now),
            Err(Refusal { code, path }) => DispatchResult::Rejected { code, field: path },
        }
    }

    fn has_room_for(&self, read: &[Read]) -> bool {
        let new: usize = read.iter().map(|read| read.changes.len()).sum();
        self.outbox.items().count() + self.refused.len() + new <= OUTBOX_MAX
    }

    fn keep_read(&mut self, read: Vec<Read>, now: Timestamp) -> DispatchResult {
        let mut batch = Batch::default();
        let (mut numbers, mut entry) = (Vec::new(), None);
        for read in read.into_iter().filter(|read| !read.changes.is_empty()) {
            let id = read.head.id(self.coop);
            self.docs.get_or_make(id, &read.head);
            for change in read.changes {
                let number = self.next_number();
                numbers.push(number);
                entry = entry.or_else(|| change.from.entry.parse().ok());
                let row = ItemRow {
                    head: read.head.clone(),
                    command: String::new(),
                    change: change.bytes,
                    hash: change.hash,
                    created_ms: now.0,
                    signature: change.signature.to_vec(),
                    replays: 0,
                    accepted_ms: None,
                    accepted_seq: None,
                    base: Some(change.deps),
                    was: Vec::new(),
                    from: Some(change.from),
                };
                self.keep_item(number, id, row, &mut batch);
            }
            self.docs.keep(id, read.shown);
            self.reading(id, None, |it| it.docs.write_record(id, &mut batch));
            self.touch(read.head.kind);
            self.topics.insert(Topic::Conflicts);
        }
        if numbers.is_empty() {
            return DispatchResult::NoChange;
        }
        // All of it reaches the disk in one write, or none.
        self.saver.hold();
        let mut token = self.save_strictly(batch);
        for number in numbers {
            token = self.save_command(Some(number), None, Batch::default());
        }
        self.let_go();
        DispatchResult::Done { token, entry }
    }

    fn keep_item(&mut self, number: u32, doc: DocId, row: ItemRow, batch: &mut Batch) {
        batch.put(OUTBOX, store::number_key(number), store::to_cbor(&row));
        self.outbox.add(Item {
            number,
            doc,
            entry: row.entry(),
            row,
            saved: false,
            in_flight: false,
            needs: 0,
        });
    }
}
