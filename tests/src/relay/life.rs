//! How a relay begins, crashes, stops, and is put back from a backup.

use std::collections::BTreeMap;
use std::path::PathBuf;

use besace_model::ids::{CoopId, DeviceId};
use besace_model::time::Timestamp;
use besace_server::coop::{Coop, Founding};
use besace_server::hub::Hub;
use besace_server::store::StorePlace;

use super::{Out, Relay};

/// The relay of the world never draws a random number of its own.
const EPOCH: u64 = 7;

/// Changes after which it rebuilds its own documents: often, so that every world has generations.
const REBUILD_AFTER: u64 = 2;

/// Commits of a document that it moves into a segment: few, so that every world reads from segments.
const SEGMENT_AFTER: usize = 2;

impl Relay {
    /// Founds the cooperative in a new file.
    #[must_use]
    pub fn found(place: PathBuf, coop: CoopId, now: Timestamp) -> Self {
        let founding = Founding {
            coop,
            name: "Les Quatre Saisons".into(),
            relay_device: DeviceId::from_bytes([0xEE; 16]),
            relay_seed: [0xE5; 32],
            epoch: EPOCH,
        };
        let mut made = Coop::create(StorePlace::File(place.clone()), &founding, now)
            .expect("a new file takes a cooperative");
        hasten(&mut made);
        Self {
            place,
            coop: Some(made),
            hub: Hub::default(),
            links: BTreeMap::new(),
            out: Vec::new(),
            starts: 0,
            skew_ms: 0,
        }
    }

    /// Ends the process without a word: memory is gone, the files stay as the last commit left them.
    pub fn crash(&mut self) {
        let files = ["", "-wal"].map(|suffix| {
            let path = PathBuf::from(format!("{}{suffix}", self.place.display()));
            (std::fs::read(&path).ok(), path)
        });
        self.start_over();
        for (bytes, path) in files {
            if let Some(bytes) = bytes {
                std::fs::write(path, bytes).expect("the file is ours");
            }
        }
    }

    /// Ends the process and loses its write-ahead log, as an incomplete copy of the folder would: the relay cannot
    /// know that nothing is missing, and names a new epoch.
    pub fn start_over(&mut self) {
        self.coop = None;
        self.hub = Hub::default();
        self.out.clear();
        let wires: Vec<_> = std::mem::take(&mut self.links).into_keys().collect();
        self.out.extend(wires.into_iter().map(Out::Close));
    }

    /// Ends the process in order.
    pub fn stop(&mut self) {
        if let Some(coop) = self.coop.take() {
            coop.close().expect("an honest file closes");
        }
        self.start_over();
    }

    /// Ends the process in order and copies its file, as the README says a backup is made.
    pub fn back_up(&mut self) -> Vec<u8> {
        self.stop();
        std::fs::read(&self.place).expect("the file is ours")
    }

    /// Ends the process in order and puts a backup in the place of its file: what came since is lost.
    pub fn restore(&mut self, backup: &[u8]) {
        self.stop();
        std::fs::write(&self.place, backup).expect("the file is ours");
    }

    /// Starts the process again.
    pub fn start(&mut self) {
        if self.coop.is_none() {
            self.starts += 1;
            let mut coop = Coop::open(StorePlace::File(self.place.clone()), EPOCH + self.starts)
                .expect("the file opens after a crash");
            hasten(&mut coop);
            self.coop = Some(coop);
        }
    }
}

/// Has a relay do often what others do seldom.
fn hasten(coop: &mut Coop) {
    coop.rebuild_after(REBUILD_AFTER);
    coop.segment_after(SEGMENT_AFTER);
}
