//! A phone of a simulated world: a real [`Replica`], a disk that survives crashes, a key, and a clock that may be
//! wrong. Effects that need no network are carried out at once; the others are handed to the world.

use std::collections::{BTreeMap, BTreeSet};

use besace_client::api::{DispatchResult, Effect, Event, Intent, ReplicaConfig, Row};
use besace_client::replica::Replica;
use besace_client::store::{self, DocRow};
use besace_client::view::{View, ViewRequest};
use besace_model::command::Command;
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId, Ulid};
use besace_model::kind::{KindSet, Record};
use besace_model::time::{Moment, Now, Timestamp};
use besace_model::wire::{DocName, ToPhone, ToRelay, decode, encode};
use ed25519_dalek::{Signer, SigningKey};

use crate::relay::Wire;

/// What a phone asks of the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Open a socket.
    Connect,
    /// Close it.
    Disconnect,
    /// Send a frame on it.
    Send(Vec<u8>),
    /// One exchange over HTTPS.
    Post(u32, Vec<u8>),
    /// An access token.
    Token,
    /// Wake the phone after so many milliseconds.
    Wake(i64),
}

/// A phone.
#[derive(Debug)]
pub struct Phone {
    /// Its member.
    pub member: MemberId,
    /// Its device.
    pub device: DeviceId,
    /// How far its clock on the wall is ahead.
    pub skew_ms: i64,
    /// Whether it has signal.
    pub has_signal: bool,
    /// The socket it holds.
    pub wire: Option<Wire>,
    /// Whether its disk refuses writes.
    pub disk_is_full: bool,
    /// Bytes its disk takes in one write.
    pub disk_room: usize,
    /// Whether it or its relay is of before kinds were listed: neither hears which kinds the other knows.
    pub before_kinds: bool,
    /// Commands a person was told are saved, by the word they can be found by.
    pub saved: BTreeMap<u32, Command>,
    coop: CoopId,
    key: SigningKey,
    seed: u64,
    lives: u64,
    replica: Option<Replica>,
    disk: BTreeMap<(String, String), Vec<u8>>,
    dispatched: BTreeMap<u32, Command>,
    wiped: bool,
}

impl Phone {
    /// A phone that just enrolled.
    #[must_use]
    pub fn new(
        coop: CoopId,
        member: MemberId,
        device: DeviceId,
        key: SigningKey,
        seed: u64,
    ) -> Self {
        Self {
            member,
            device,
            skew_ms: 0,
            has_signal: true,
            wire: None,
            disk_is_full: false,
            disk_room: usize::MAX,
            before_kinds: false,
            saved: BTreeMap::new(),
            coop,
            key,
            seed,
            lives: 0,
            replica: None,
            disk: BTreeMap::new(),
            dispatched: BTreeMap::new(),
            wiped: false,
        }
    }

    /// What its clock on the wall says.
    #[must_use]
    pub fn clock(&self, now: Timestamp) -> Timestamp {
        now.plus_ms(self.skew_ms)
    }

    fn clocks(&self, now: Timestamp) -> Now {
        Now {
            wall: self.clock(now),
            moment: Moment(now.0),
        }
    }

    /// Whether the app is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.replica.is_some()
    }

    /// Whether the phone was told to erase everything.
    #[must_use]
    pub fn is_wiped(&self) -> bool {
        self.wiped
    }

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

    /// Tells the replica what happened.
    pub fn handle(&mut self, now: Timestamp, event: Event) -> Vec<Ask> {
        let clock = self.clocks(now);
        let event = match event {
            Event::Frame { bytes } if self.before_kinds => Event::Frame {
                bytes: unsaid_by_relay(&bytes),
            },
            event => event,
        };
        let effects = self
            .replica
            .as_mut()
            .map(|replica| replica.handle(clock, event))
            .unwrap_or_default();
        self.perform(now, effects)
    }

    /// A person does something.
    pub fn dispatch(
        &mut self,
        now: Timestamp,
        intent: Intent,
    ) -> (Option<DispatchResult>, Vec<Ask>) {
        let clock = self.clocks(now);
        let command = match &intent {
            Intent::Do { command, .. } => Some(command.clone()),
            _ => None,
        };
        let Some(replica) = self.replica.as_mut() else {
            return (None, Vec::new());
        };
        let mut done = replica.dispatch(intent, clock);
        while let DispatchResult::Part { part, .. } = done.result {
            let mut effects = done.effects;
            done = replica.dispatch(Intent::GoOn { part }, clock);
            effects.append(&mut done.effects);
            done.effects = effects;
        }
        if let (DispatchResult::Done { token, .. }, Some(command)) = (&done.result, command) {
            self.dispatched.insert(*token, command);
        }
        let asks = self.perform(now, done.effects);
        (Some(done.result), asks)
    }

    /// What a screen shows.
    pub fn view(&mut self, now: Timestamp, request: &ViewRequest) -> Option<View> {
        let clock = self.clock(now);
        self.replica
            .as_mut()
            .map(|replica| replica.view(request, clock))
    }

    /// The documents on the disk as plain data.
    #[must_use]
    pub fn records(&self) -> BTreeMap<DocId, Record> {
        self.disk
            .iter()
            .filter(|((store, _), _)| store == store::RECORDS)
            .filter_map(|((_, key), value)| {
                let row = self.disk.get(&(store::DOCS.to_owned(), key.clone()))?;
                let kind = store::from_cbor::<DocRow>(row)?.head.kind;
                Some((key.parse().ok()?, Record::unpack(kind, value).ok()?))
            })
            .collect()
    }

    /// How many rows a store of the disk holds.
    #[must_use]
    pub fn count(&self, store: &str) -> usize {
        self.disk.keys().filter(|(name, _)| name == store).count()
    }

    /// Whether an item that was not taken speaks of an entry.
    #[must_use]
    pub fn refused_mentions(&self, entry: Ulid) -> bool {
        let entry = entry.to_string();
        let rows = self
            .disk
            .iter()
            .filter(|((store, _), _)| store == store::REFUSED);
        rows.filter_map(|(_, value)| store::from_cbor::<store::RefusedRow>(value))
            .any(|row| row.command.contains(&entry))
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

    fn perform(&mut self, now: Timestamp, effects: Vec<Effect>) -> Vec<Ask> {
        let mut asks = Vec::new();
        for effect in effects {
            match effect {
                Effect::Persist {
                    id, puts, deletes, ..
                } => {
                    let size: usize = puts.iter().map(|row| row.value.len()).sum();
                    let event = if self.disk_is_full || size > self.disk_room {
                        Event::PersistFailed { id, quota: true }
                    } else {
                        self.disk.extend(
                            puts.into_iter()
                                .map(|row| ((row.store, row.key), row.value)),
                        );
                        for row in deletes {
                            self.disk.remove(&(row.store, row.key));
                        }
                        Event::Persisted { id }
                    };
                    asks.extend(self.handle(now, event));
                }
                Effect::Sign { id, bytes } => {
                    let signature = self.key.sign(&bytes).to_bytes().to_vec();
                    asks.extend(self.handle(now, Event::Signed { id, signature }));
                }
                Effect::Saved { token } => {
                    if let Some(command) = self.dispatched.remove(&token) {
                        let number = self.saved.len() as u32;
                        self.saved.insert(number, command);
                    }
                }
                Effect::Wipe => {
                    self.disk.clear();
                    self.wiped = true;
                }
                Effect::Send { bytes } if self.before_kinds => {
                    asks.push(Ask::Send(unsaid_by_phone(&bytes)));
                }
                Effect::Send { bytes } => asks.push(Ask::Send(bytes)),
                Effect::Post { id, bytes } => asks.push(Ask::Post(id, bytes)),
                Effect::Connect => asks.push(Ask::Connect),
                Effect::Disconnect => asks.push(Ask::Disconnect),
                Effect::NeedToken => asks.push(Ask::Token),
                Effect::WakeIn { ms } => asks.push(Ask::Wake(ms)),
                Effect::SaveFailed { .. } | Effect::Changed { .. } | Effect::Log { .. } => {}
            }
        }
        asks
    }

    /// Documents named by what this phone holds.
    #[must_use]
    pub fn documents(&self) -> BTreeSet<DocId> {
        self.records().into_keys().collect()
    }
}

/// A frame to a relay that cannot hear which kinds the phone knows, and could not read any that it does not know.
fn unsaid_by_phone(bytes: &[u8]) -> Vec<u8> {
    let mut frame: ToRelay = decode(bytes).expect("a phone speaks the protocol");
    let pushes = match &mut frame {
        ToRelay::Hello(hello) => {
            hello.kinds = None;
            &hello.pushes[..]
        }
        ToRelay::Push(pushes) => &pushes[..],
        _ => &[],
    };
    for push in pushes {
        if let DocName::Head(head) = &push.doc {
            let kind = head.kind;
            assert!(
                KindSet::SPINE.contains(kind),
                "a relay of before is sent {kind:?}"
            );
        }
    }
    encode(&frame)
}

/// A frame from a relay that does not say which kinds it knows.
fn unsaid_by_relay(bytes: &[u8]) -> Vec<u8> {
    let mut frame: ToPhone = decode(bytes).expect("a relay speaks the protocol");
    if let ToPhone::Update(update) = &mut frame {
        update.kinds = None;
    }
    encode(&frame)
}
