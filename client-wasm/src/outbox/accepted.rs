//! Commands that the relay accepted, and changes that it may accept after all.

use besace_model::ids::{CommitHash, CoopId, DocId};
use besace_model::sorted::SortedMap;
use besace_model::wire::{Receipt, Witness};

use super::{Item, Outbox};
use crate::store::{self, Batch, ItemRow, OUTBOX, SENT};

/// Accepted commands kept in case the relay is restored from a backup.
pub const SENT_MAX: usize = 2_000;

impl Outbox {
    /// Adds an accepted item as read from the disk.
    pub fn add_sent(&mut self, number: u32, row: ItemRow) {
        self.sent.insert(number, row);
    }

    /// Accepted items, in order.
    pub fn sent(&self) -> impl Iterator<Item = (u32, &ItemRow)> {
        self.sent.iter().map(|(number, row)| (*number, row))
    }

    /// The accepted command with the highest place, by which the relay knows whether it lost the end of its log.
    #[must_use]
    pub fn witness(&self) -> Option<Witness> {
        let places = self.sent.values().filter_map(|row| {
            let (seq, mark) = (row.accepted_seq?, row.hash.mark());
            Some(Witness { seq, mark })
        });
        places.max_by_key(|place| place.seq)
    }

    /// Moves an item to the accepted ones; one that another phone handed over goes.
    pub fn accept(&mut self, item: Item, receipt: Receipt, batch: &mut Batch) {
        batch.delete(OUTBOX, store::number_key(item.number));
        // Its author's phone keeps it.
        if item.row.from.is_none() {
            self.keep_sent(item.number, item.row, receipt, batch);
        }
    }

    /// Keeps what the relay accepted, should it be restored from a backup.
    pub fn keep_sent(
        &mut self,
        number: u32,
        mut row: ItemRow,
        receipt: Receipt,
        batch: &mut Batch,
    ) {
        row.accepted_ms = Some(receipt.at.0);
        row.accepted_seq = Some(receipt.seq);
        batch.put(SENT, store::number_key(number), store::to_cbor(&row));
        self.sent.insert(number, row);
        while self.sent.len() > SENT_MAX {
            if let Some((number, _)) = self.sent.pop_first() {
                batch.delete(SENT, store::number_key(number));
            }
        }
    }

    /// Whether one of some changes is of an accepted command: a relay that asks for it lost it.
    #[must_use]
    pub fn sent_has(&self, hashes: &[CommitHash]) -> bool {
        self.sent.values().any(|row| hashes.contains(&row.hash))
    }

    /// Puts accepted items back, of one document or all, to be pushed again to a relay that may have lost them.
    pub fn reopen_sent(&mut self, coop: CoopId, only: Option<DocId>, batch: &mut Batch) {
        let (again, stay) = std::mem::take(&mut self.sent)
            .into_iter()
            .partition(|(_, row)| only.is_none_or(|doc| row.head.id(coop) == doc));
        self.sent = stay;
        let again: SortedMap<u32, ItemRow> = again;
        for (number, mut row) in again {
            batch.delete(SENT, store::number_key(number));
            row.accepted_ms = None;
            row.accepted_seq = None;
            batch.put(OUTBOX, store::number_key(number), store::to_cbor(&row));
            self.add(Item {
                number,
                doc: row.head.id(coop),
                entry: row.entry(),
                row,
                saved: true,
                in_flight: false,
                needs: 0,
            });
        }
    }

    /// Remembers, as it was, what is in flight and was made again.
    pub fn replaced(&mut self, row: ItemRow) {
        self.replaced.insert(row.hash, row);
    }

    /// What [`Outbox::replaced`] remembered, which the relay accepted after all.
    pub fn take_replaced(&mut self, hash: &CommitHash) -> Option<ItemRow> {
        self.replaced.remove(hash)
    }
}
