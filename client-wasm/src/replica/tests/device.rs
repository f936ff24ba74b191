//! A device in memory: it performs every effect at once and keeps what was sent.

mod effects;
mod other;
mod person;
mod relay;

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};

use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId};
use besace_model::time::Timestamp;
use besace_model::wire::ToRelay;

use crate::api::{Effect, ReplicaConfig, Row, Topic};
use crate::aside::Mark;
use crate::replica::Replica;
use crate::store;
use crate::view::Window;

pub(super) use other::Other;
pub(super) use person::{add_expense, edit_amount};
pub(super) use relay::{accepted, hash_of, logged, update, verdict};

pub(super) const NOW: Timestamp = Timestamp(1_772_400_000_000);
pub(super) const ALL: Window = Window {
    offset: 0,
    limit: 100,
};

pub(super) fn me() -> MemberId {
    MemberId::from_bytes([7; 16])
}

pub(super) fn coop() -> CoopId {
    CoopId::from_bytes([1; 16])
}

thread_local! {
    /// What the replica said it is reading.
    static READING: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// The documents that end the app when they are read.
    static FATAL: RefCell<Vec<DocId>> = const { RefCell::new(Vec::new()) };
}

fn tell(mark: &[u8]) {
    READING.set(mark.to_vec());
    let fatal = |mark: Mark| FATAL.with_borrow(|all| all.contains(&mark.doc));
    assert!(!Mark::read(mark).is_some_and(fatal), "the app ends");
}

/// From now on, reading these documents ends the app of this thread.
pub(super) fn make_fatal(docs: &[DocId]) {
    FATAL.set(docs.to_vec());
}

/// A device and its disk.
pub(super) struct Device {
    pub(super) replica: Replica,
    pub(super) disk: BTreeMap<(String, String), Vec<u8>>,
    pub(super) sent: Vec<ToRelay>,
    pub(super) saved: Vec<u32>,
    pub(super) failed: Vec<u32>,
    /// What screens were told to read again.
    pub(super) told: Vec<Topic>,
    pub(super) network: bool,
    pub(super) disk_full: bool,
    /// Bytes the disk takes in one write.
    pub(super) disk_room: usize,
    /// Whether writes wait for [`Device::write_next`].
    pub(super) disk_slow: bool,
    writes: VecDeque<Effect>,
    pub(super) wiped: bool,
    pub(super) now: Timestamp,
    /// How far its clock on the wall was set forward.
    pub(super) set_forward_ms: i64,
}

impl Device {
    pub(super) fn new() -> Self {
        Self::open(BTreeMap::new(), 1)
    }

    pub(super) fn open(disk: BTreeMap<(String, String), Vec<u8>>, life: u8) -> Self {
        Self::open_with(disk, life, "one")
    }

    fn open_with(disk: BTreeMap<(String, String), Vec<u8>>, life: u8, version: &str) -> Self {
        let config = ReplicaConfig {
            coop: coop(),
            member: me(),
            device: DeviceId::from_bytes([9; 16]),
            seed: vec![life; 32],
            version: version.to_owned(),
        };
        let mut device = Self {
            replica: Replica::watched(&config, tell),
            disk,
            sent: Vec::new(),
            saved: Vec::new(),
            failed: Vec::new(),
            told: Vec::new(),
            network: false,
            disk_full: false,
            disk_room: usize::MAX,
            disk_slow: false,
            writes: VecDeque::new(),
            wiped: false,
            now: NOW,
            set_forward_ms: 0,
        };
        let rows = device
            .disk
            .iter()
            .map(|((store, key), value)| Row {
                store: store.clone(),
                key: key.clone(),
                value: value.clone(),
            })
            .collect();
        let effects = device.replica.load(rows, NOW.into());
        device.perform(effects);
        device
    }

    /// The app is closed and opened again.
    pub(super) fn reopen(self) -> Self {
        Self::open(self.disk, 2)
    }

    /// The app is opened again in another version.
    pub(super) fn renew(self, version: &str) -> Self {
        Self::open_with(self.disk, 3, version)
    }

    /// Does something that ends the app, and opens it again with what was written down of that.
    pub(super) fn crash(mut self, fatal: impl FnOnce(&mut Self)) -> Self {
        let crashed = catch_unwind(AssertUnwindSafe(|| fatal(&mut self)));
        assert!(crashed.is_err(), "the app lives on");
        let key = (store::APPLYING.to_owned(), store::NOW.to_owned());
        self.disk.insert(key.clone(), READING.take());
        let mut device = self.reopen();
        device.disk.remove(&key);
        device
    }
}

pub(super) fn my_activity() -> DocHead {
    DocHead::activity(me(), 2026)
}
