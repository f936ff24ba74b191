//! Commands the relay has not spoken on, in the order they were given, and those it accepted.

use std::collections::BTreeMap;

use besace_model::admission::declared_ops;
use besace_model::commit::{Commit, SIGNATURE_BYTES};
use besace_model::ids::{CommitHash, CoopId, DeviceId, DocId};
use besace_model::kind::KindSet;
use besace_model::limits::PUSH_OPS_MAX;
use besace_model::sorted::{SortedMap, SortedSet};
use besace_model::time::Moment;
use besace_model::wire::{DocName, DocPush, Receipt, Witness};

use crate::store::{self, Batch, ItemRow, OUTBOX, SENT};
use crate::view::sync::Waits;

/// Accepted commands kept in case the relay is restored from a backup.
pub const SENT_MAX: usize = 2_000;
/// The longest that a document is held back because the relay asks to wait.
pub const HOLD_MS_MAX: i64 = 3_600_000;
/// Bytes around a change in a frame, at most.
const COMMIT_OVERHEAD_BYTES: usize = 256;

/// A command on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its place in the order.
    pub number: u32,
    /// The document.
    pub doc: DocId,
    /// What is stored of it.
    pub row: ItemRow,
    /// The entry it writes (see [`crate::entry::entry_key`]).
    pub entry: String,
    /// Whether the disk has it.
    pub saved: bool,
    /// Whether it was pushed on this link.
    pub in_flight: bool,
    /// How often the relay asked for what it depends on.
    pub needs: u8,
}

/// The outbox.
#[derive(Debug, Default)]
pub struct Outbox {
    items: BTreeMap<u32, Item>,
    by_hash: SortedMap<CommitHash, u32>,
    sent: SortedMap<u32, ItemRow>,
    /// Documents the relay asked to wait with, and until when.
    held: SortedMap<DocId, Moment>,
    /// The kinds of document that the relay knows, as far as it said on this link.
    relay_knows: KindSet,
    /// Documents of which nothing is pushed while they are set aside.
    kept_back: SortedSet<DocId>,
    /// Changes in flight of which the command was made again meanwhile: the relay may still accept them.
    replaced: SortedMap<CommitHash, Vec<u8>>,
}

impl Outbox {
    /// Adds an item.
    pub fn add(&mut self, item: Item) {
        self.by_hash.insert(item.row.hash, item.number);
        self.items.insert(item.number, item);
    }

    /// Adds an accepted item as read from the disk.
    pub fn add_sent(&mut self, number: u32, row: ItemRow) {
        self.sent.insert(number, row);
    }

    /// The items, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.values()
    }

    /// The items of a document, in order.
    pub fn of(&self, doc: DocId) -> impl Iterator<Item = &Item> {
        self.items.values().filter(move |item| item.doc == doc)
    }

    /// Accepted items, in order.
    pub fn sent(&self) -> impl Iterator<Item = (u32, &ItemRow)> {
        self.sent.iter().map(|(number, row)| (*number, row))
    }

    /// An item.
    pub fn get_mut(&mut self, number: u32) -> Option<&mut Item> {
        self.items.get_mut(&number)
    }

    /// The item whose change has this hash.
    #[must_use]
    pub fn by_hash(&self, hash: &CommitHash) -> Option<&Item> {
        self.items.get(self.by_hash.get(hash)?)
    }

    /// The hash that a command's change has now, of one it had before it was made again.
    #[must_use]
    pub fn now_named(&self, doc: DocId, coop: CoopId, was: CommitHash) -> Option<CommitHash> {
        let had = |row: &&ItemRow| row.was.contains(&was);
        let pending = self.of(doc).map(|item| &item.row).find(had);
        let sent = || {
            let mut sent = self.sent.values();
            sent.find(|row| had(row) && row.head.id(coop) == doc)
        };
        pending.or_else(sent).map(|row| row.hash)
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

    /// Takes an item out.
    pub fn remove(&mut self, number: u32) -> Option<Item> {
        let item = self.items.remove(&number)?;
        self.by_hash.remove(&item.row.hash);
        Some(item)
    }

    /// How many wait for the relay.
    #[must_use]
    pub fn unsent(&self) -> usize {
        self.items.values().filter(|item| item.saved).count()
    }

    /// How many are being saved.
    #[must_use]
    pub fn saving(&self) -> usize {
        self.items.values().filter(|item| !item.saved).count()
    }

    /// Moves an item to the accepted ones.
    pub fn accept(&mut self, item: Item, receipt: Receipt, batch: &mut Batch) {
        batch.delete(OUTBOX, store::number_key(item.number));
        let mut row = item.row;
        row.accepted_ms = Some(receipt.at.0);
        row.accepted_seq = Some(receipt.seq);
        batch.put(SENT, store::number_key(item.number), store::to_cbor(&row));
        self.sent.insert(item.number, row);
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
                entry: crate::entry::entry_key(&row.command),
                row,
                saved: true,
                in_flight: false,
                needs: 0,
            });
        }
    }

    /// Pushes nothing of a document until then.
    pub fn hold(&mut self, doc: DocId, until: Moment) {
        let held = self.held.get_or_insert_with(doc, || until);
        *held = until.max(*held);
    }

    /// Pushes nothing of a document while it is set aside.
    pub fn keep_back(&mut self, doc: DocId) {
        self.kept_back.insert(doc);
    }

    /// Pushes again what waits for a document that was set aside.
    pub fn let_go(&mut self, doc: DocId) {
        self.kept_back.remove(&doc);
    }

    /// Keeps what is of a kind that the relay does not know: an older one would take the whole link for broken.
    pub fn set_relay_knows(&mut self, kinds: KindSet) {
        self.relay_knows = kinds;
    }

    fn is_blocked(&self, item: &Item) -> bool {
        self.held.contains_key(&item.doc)
            || self.kept_back.contains(&item.doc)
            || !self.relay_knows.contains(item.row.head.kind)
    }

    /// Holds a document back no longer.
    pub fn release(&mut self, doc: DocId) {
        self.held.remove(&doc);
    }

    /// Holds nothing back any longer.
    pub fn release_all(&mut self) {
        self.held.clear();
    }

    /// Holds back no longer what waited until now; whether there was anything.
    pub fn release_due(&mut self, now: Moment) -> bool {
        let before = self.held.len();
        self.held.retain(|_, until| now < *until);
        self.held.len() < before
    }

    /// When a document is next held back no longer.
    #[must_use]
    pub fn release_at(&self) -> Option<Moment> {
        self.held.values().min().copied()
    }

    /// Remembers a change in flight of which the command was made again.
    pub fn replaced(&mut self, hash: CommitHash, change: Vec<u8>) {
        self.replaced.insert(hash, change);
    }

    /// A change remembered by [`Outbox::replaced`], which the relay accepted after all.
    pub fn take_replaced(&mut self, hash: &CommitHash) -> Option<Vec<u8>> {
        self.replaced.remove(hash)
    }

    /// Whether something is ready to be pushed.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.items.values().any(|item| {
            let ready = item.saved && !item.in_flight && !item.row.signature.is_empty();
            ready && !self.is_blocked(item)
        })
    }

    /// What an item waits for, besides a network.
    #[must_use]
    pub fn waits_for(&self, item: &Item) -> Waits {
        let first = self.of(item.doc).next();
        if self.kept_back.contains(&item.doc) {
            Waits::Aside
        } else if !self.relay_knows.contains(item.row.head.kind) {
            Waits::Newer
        } else if !item.saved {
            Waits::Saving
        } else if first.is_some_and(|first| first.number < item.number) {
            Waits::Before
        } else if self.held.contains_key(&item.doc) {
            Waits::Pace
        } else {
            Waits::Turn
        }
    }

    /// Nothing is in flight any more.
    pub fn rewind(&mut self) {
        self.replaced.clear();
        for item in self.items.values_mut() {
            item.in_flight = false;
        }
    }

    /// Takes the next commits that are saved and signed, of documents that are not held back. Within a document order
    /// is kept: nothing overtakes an item that is not ready.
    pub fn take(
        &mut self,
        device: DeviceId,
        commits: usize,
        bytes: usize,
        known: impl Fn(DocId) -> bool,
    ) -> Vec<DocPush> {
        let mut pushes: Vec<DocPush> = Vec::new();
        let mut places: SortedMap<DocId, usize> = SortedMap::new();
        let mut blocked = self.kept_back.clone();
        blocked.extend(self.held.keys().copied());
        let (mut count, mut size, mut ops) = (0, 0, 0);
        for item in self.items.values_mut() {
            let is_known = self.relay_knows.contains(item.row.head.kind);
            if item.in_flight || blocked.contains(&item.doc) || !is_known {
                continue;
            }
            let signature = <[u8; SIGNATURE_BYTES]>::try_from(item.row.signature.as_slice());
            let (true, Ok(signature)) = (item.saved, signature) else {
                blocked.insert(item.doc);
                continue;
            };
            size += item.row.change.len() + COMMIT_OVERHEAD_BYTES;
            ops += declared_ops(&item.row.change);
            if count == commits || (count > 0 && (size > bytes || ops > PUSH_OPS_MAX)) {
                break;
            }
            count += 1;
            item.in_flight = true;
            let place = *places.get_or_insert_with(item.doc, || {
                let doc = if known(item.doc) {
                    DocName::Known(item.doc)
                } else {
                    DocName::Head(item.row.head.clone())
                };
                pushes.push(DocPush {
                    doc,
                    commits: Vec::new(),
                });
                pushes.len() - 1
            });
            pushes[place].commits.push(Commit {
                device,
                signature,
                change: item.row.change.clone(),
            });
        }
        pushes
    }
}
