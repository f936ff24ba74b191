//! A real replica on a real socket: the phone's own code, natively, with its disk in memory.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use axum::body::Bytes;
use besace_client::api::{DispatchResult, Effect, Intent, ReplicaConfig, Row};
use besace_client::replica::Replica;
use besace_client::store::{self, DOCS, META, MetaRow, OUTBOX, STATE};
use besace_client::view::{View, ViewRequest};
use besace_model::command::Command as Say;
use besace_model::ids::{CoopId, DocId};
use besace_model::time::Moment;
use besace_server::clock::Clock;
use sha2::{Digest, Sha256};

use crate::coop::Device;
use crate::line::Line;

mod effects;

/// Another one in each life of each phone.
fn seed(device: &Device, rows: usize) -> Vec<u8> {
    let seed = Sha256::new_with_prefix(device.device.as_bytes());
    seed.chain_update(rows.to_be_bytes()).finalize().to_vec()
}

type Disk = BTreeMap<(String, String), Vec<u8>>;

/// A phone.
pub(crate) struct Handset {
    /// Frames received.
    pub(crate) received: Vec<Bytes>,
    /// Payload of the frames received and sent.
    pub(crate) payload: (usize, usize),
    device: Device,
    replica: Replica,
    disk: Disk,
    line: Option<Line>,
    wake: Option<Moment>,
    clock: Clock,
}

impl Handset {
    /// A phone with an empty disk.
    pub(crate) fn new(coop: CoopId, device: &Device) -> Self {
        Self::with_disk(coop, device, Disk::new())
    }

    fn with_disk(coop: CoopId, device: &Device, disk: Disk) -> Self {
        let config = ReplicaConfig {
            coop,
            member: device.member,
            device: device.device,
            seed: seed(device, disk.len()),
            version: String::new(),
        };
        Self {
            received: Vec::new(),
            payload: (0, 0),
            device: device.clone(),
            replica: Replica::new(&config),
            disk,
            line: None,
            wake: None,
            clock: Clock::system(),
        }
    }

    /// The app is closed and opened again on what the disk holds. Not connected yet.
    pub(crate) fn reopened(self, coop: CoopId) -> Self {
        let Self { device, disk, .. } = self;
        Self::with_disk(coop, &device, disk)
    }

    /// The rows of its disk.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let rows = self.disk.iter().map(|((store, key), value)| Row {
            store: store.clone(),
            key: key.clone(),
            value: value.clone(),
        });
        rows.collect()
    }

    /// Reads the disk without a network.
    pub(crate) fn load(&mut self, rows: Vec<Row>) -> Vec<Effect> {
        let now = self.clock.both();
        self.replica.load(rows, now)
    }

    /// What a screen shows.
    pub(crate) fn view(&mut self, request: &ViewRequest) -> View {
        let now = self.clock.now();
        self.replica.view(request, now)
    }

    /// A tap, without a network: how long until the write is asked for, and until "saved" may be said once it is
    /// written.
    pub(crate) async fn tap(&mut self, command: Say) -> (Duration, Duration) {
        let now = self.clock.both();
        let started = Instant::now();
        let done = self.replica.dispatch(
            Intent::Do {
                command,
                base: None,
            },
            now,
        );
        let asked = started.elapsed();
        assert!(
            matches!(done.result, DispatchResult::Done { .. }),
            "{:?}",
            done.result
        );
        let persists = |effect: &Effect| matches!(effect, Effect::Persist { strict: true, .. });
        assert!(
            done.effects.iter().any(persists),
            "a command is written at once"
        );
        self.perform(None, done.effects).await;
        (asked, started.elapsed())
    }

    /// Whether everything has come.
    pub(crate) fn is_complete(&self) -> bool {
        let meta = self.disk.get(&(META.to_owned(), STATE.to_owned()));
        let meta: Option<MetaRow> = meta.and_then(|bytes| store::from_cbor(bytes));
        meta.is_some_and(|meta| meta.complete && meta.remaining == 0)
    }

    /// Whether a document is there as far as it was when the download began.
    pub(crate) fn has(&self, doc: DocId) -> bool {
        self.row(doc).is_some()
    }

    /// A document as the disk has it.
    pub(crate) fn row(&self, doc: DocId) -> Option<&[u8]> {
        let key = (DOCS.to_owned(), doc.to_string());
        self.disk.get(&key).map(Vec::as_slice)
    }

    /// Commands the relay has not spoken on.
    pub(crate) fn unsent(&self) -> usize {
        self.disk
            .keys()
            .filter(|(store, _)| store == OUTBOX)
            .count()
    }

    /// Bytes on the connection, handshake included.
    pub(crate) fn bytes(&self) -> (usize, usize) {
        self.line.as_ref().map_or((0, 0), Line::bytes)
    }
}
