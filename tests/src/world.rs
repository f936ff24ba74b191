//! The world: phones, one relay, a network between them that can be cut, slow, or repeat itself, and a clock that
//! only moves when something is due. Every frame is watched for the invariants as it passes.

mod effects;
mod members;
mod network;
mod phones;
mod running;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::path::PathBuf;

use besace_model::ids::CoopId;
use besace_model::time::Timestamp;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::phone::Phone;
use crate::relay::{Relay, Wire};
use crate::watch::Watch;

/// When every world begins: 2026-03-02T08:00:00Z.
pub const START: Timestamp = Timestamp(1_772_438_400_000);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    ToRelay(Wire, Vec<u8>),
    ToPhone(Wire, Vec<u8>),
    ClosedAtPhone(Wire),
    ClosedAtRelay(Wire),
    Connect(usize),
    Token(usize),
    Answer(usize, u32, Option<Vec<u8>>),
    /// Which phone, and which of its wakes: one takes the place of another.
    Wake(usize, u64),
    RelayTick,
}

/// How the network misbehaves.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weather {
    /// One in so many frames cuts its connection; 0 for none.
    pub cut_one_in: u32,
    /// One in so many pushes arrives twice; 0 for none.
    pub twice_one_in: u32,
    /// The longest delay of a frame.
    pub delay_ms_max: i64,
}

/// A simulated world.
#[derive(Debug)]
pub struct World {
    /// The instant.
    pub now: Timestamp,
    /// The phones.
    pub phones: Vec<Phone>,
    /// The relay.
    pub relay: Relay,
    /// What was seen passing.
    pub watch: Watch,
    /// The network.
    pub weather: Weather,
    /// Chance.
    pub chance: ChaCha8Rng,
    coop: CoopId,
    events: BinaryHeap<Reverse<(Timestamp, u64, Event)>>,
    order: u64,
    last: BTreeMap<(Wire, bool), Timestamp>,
    wires: BTreeMap<Wire, usize>,
    /// The last wake that each phone asked for.
    wakes: BTreeMap<usize, u64>,
    next_wire: u64,
    next_id: u64,
}

impl World {
    /// An empty cooperative in a new file below `folder`.
    #[must_use]
    pub fn new(seed: u64, folder: PathBuf) -> Self {
        let coop = CoopId::from_bytes([0xC0; 16]);
        Self {
            now: START,
            phones: Vec::new(),
            relay: Relay::found(folder.join(format!("{seed}.db")), coop, START),
            watch: Watch::new(coop),
            weather: Weather {
                delay_ms_max: 40,
                ..Weather::default()
            },
            chance: ChaCha8Rng::seed_from_u64(seed),
            coop,
            events: BinaryHeap::new(),
            order: 0,
            last: BTreeMap::new(),
            wires: BTreeMap::new(),
            wakes: BTreeMap::new(),
            next_wire: 0,
            next_id: 1,
        }
    }

    /// The cooperative's id.
    #[must_use]
    pub fn coop(&self) -> CoopId {
        self.coop
    }

    fn fresh(&mut self) -> [u8; 16] {
        let mut bytes = [0xAB; 16];
        bytes[..8].copy_from_slice(&self.next_id.to_be_bytes());
        self.next_id += 1;
        bytes
    }
}
