//! How a phone is opened, killed, and loses what was on its disk.

use std::collections::BTreeMap;

use besace_client::api::{Event, ReplicaConfig, Row};
use besace_client::replica::Replica;
use besace_client::store;
use besace_model::time::Timestamp;

use super::{Ask, Phone};

impl Phone {
    /// Opens the app on what the disk holds.
    pub fn open(&mut self, now: Timestamp) -> Vec<Ask> {
        self.lives += 1;
        let mut seed = vec![0; 32];
        seed[..8].copy_from_slice(&self.seed.to_be_bytes());
        seed[8..16].copy_from_slice(&self.lives.to_be_bytes());
        let config = ReplicaConfig {
            coop: self.coop,
            member: self.member,
            device: self.device,
            seed,
            version: String::new(),
        };
        let mut replica = Replica::new(&config);
        let rows = self.disk.iter().map(|((store, key), value)| Row {
            store: store.clone(),
            key: key.clone(),
            value: value.clone(),
        });
        let effects = replica.load(rows.collect(), self.clocks(now));
        self.replica = Some(replica);
        let mut asks = self.perform(now, effects);
        if self.has_signal {
            asks.extend(self.handle(now, Event::Online));
        }
        asks
    }

    /// The app is killed: memory is gone, the disk stays.
    pub fn kill(&mut self) {
        self.replica = None;
        self.wire = None;
        self.dispatched.clear();
    }

    /// The disk, to copy a phone as a backup would.
    #[must_use]
    pub fn disk(&self) -> &BTreeMap<(String, String), Vec<u8>> {
        &self.disk
    }

    /// Drops what was downloaded, as the rescue of a phone does.
    pub fn drop_downloads(&mut self) {
        self.disk
            .retain(|(store, _), _| !store::DISPOSABLE.contains(&store.as_str()));
    }

    /// Puts a backup in the place of the disk.
    pub fn restore(&mut self, disk: BTreeMap<(String, String), Vec<u8>>) {
        self.kill();
        self.disk = disk;
    }
}
