//! The world: phones, one relay, a network between them that can be cut, slow, or repeat itself, and a clock that
//! only moves when something is due. Every frame is watched for the invariants as it passes.

mod members;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::path::PathBuf;

use besace_client::api::{self, DispatchResult, Intent};
use besace_client::store;
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::CoopId;
use besace_model::time::Timestamp;
use besace_model::wire::{ToRelay, decode};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::phone::{Ask, Phone};
use crate::relay::{Out, Relay, Wire};
use crate::watch::Watch;

/// When every world begins: 2026-03-02T08:00:00Z.
pub const START: Timestamp = Timestamp(1_772_438_400_000);
/// Events one call may handle: a world that does not come to rest fails instead of running for ever.
const EVENTS_MAX: usize = 200_000;
const TOKEN_MS: i64 = 600_000;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    ToRelay(Wire, Vec<u8>),
    ToPhone(Wire, Vec<u8>),
    ClosedAtPhone(Wire),
    ClosedAtRelay(Wire),
    Connect(usize),
    Token(usize),
    Answer(usize, u32, Option<Vec<u8>>),
    Wake(usize),
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
            next_wire: 0,
            next_id: 1,
        }
    }

    fn fresh(&mut self) -> [u8; 16] {
        let mut bytes = [0xAB; 16];
        bytes[..8].copy_from_slice(&self.next_id.to_be_bytes());
        self.next_id += 1;
        bytes
    }

    /// Opens the app on a phone.
    pub fn open(&mut self, phone: usize) {
        let asks = self.phones[phone].open(self.now);
        self.asked(phone, asks);
    }

    /// Kills the app on a phone.
    pub fn kill(&mut self, phone: usize) {
        self.cut(phone);
        self.phones[phone].kill();
    }

    /// A person asks a phone to download everything again: what a person did stays, the rest goes.
    pub fn download_again(&mut self, phone: usize) {
        self.kill(phone);
        self.phones[phone].drop_downloads();
        self.open(phone);
    }

    /// Takes a phone's signal away, or gives it back.
    pub fn signal(&mut self, phone: usize, has_signal: bool) {
        self.phones[phone].has_signal = has_signal;
        if !has_signal {
            self.cut(phone);
        }
        let input = if has_signal {
            api::Event::Online
        } else {
            api::Event::Offline
        };
        let asks = self.phones[phone].handle(self.now, input);
        self.asked(phone, asks);
    }

    /// Stops the relay without a word.
    pub fn crash_relay(&mut self) {
        self.relay.crash();
        self.collect();
    }

    /// Stops the relay and starts it again from a backup.
    pub fn restore_relay(&mut self, backup: &[u8]) {
        self.relay.restore(backup);
        self.collect();
        // What was on its way arrives before the links are known to be dead.
        self.pass(2_000);
        self.watch.restored();
        self.relay.start();
    }

    /// Does a command on a phone; panics when the replica rejects it.
    pub fn act(&mut self, phone: usize, command: Command) {
        let result = self.attempt(phone, command.clone());
        assert!(
            matches!(
                result,
                Some(DispatchResult::Done { .. } | DispatchResult::NoChange)
            ),
            "phone {phone} rejected {command:?}: {result:?}"
        );
    }

    /// Does a command on a phone, whatever comes of it.
    pub fn attempt(&mut self, phone: usize, command: Command) -> Option<DispatchResult> {
        let base = None;
        self.intend(phone, Intent::Do { command, base })
    }

    /// Does anything a person can do on a phone.
    pub fn intend(&mut self, phone: usize, intent: Intent) -> Option<DispatchResult> {
        let (result, asks) = self.phones[phone].dispatch(self.now, intent);
        self.asked(phone, asks);
        result
    }

    /// Lets so much time pass.
    pub fn pass(&mut self, ms: i64) {
        let until = self.now.plus_ms(ms);
        self.run(until);
        self.now = until;
    }

    /// Lets time pass until everybody is connected, nothing is unsent and nothing is on its way: at most ten minutes.
    pub fn settle(&mut self) {
        let until = self.now.plus_ms(600_000);
        while self.now < until {
            self.pass(2_000);
            let waiting = |phone: &Phone| {
                phone.is_open()
                    && !phone.is_wiped()
                    && phone.has_signal
                    && phone.count(store::OUTBOX) > 0
            };
            if !self.phones.iter().any(waiting) {
                break;
            }
        }
        self.pass(120_000);
    }

    fn run(&mut self, until: Timestamp) {
        for _ in 0..EVENTS_MAX {
            let Some(Reverse((at, _, _))) = self.events.peek() else {
                return;
            };
            if *at > until {
                return;
            }
            let Some(Reverse((at, _, event))) = self.events.pop() else {
                return;
            };
            self.now = self.now.max(at);
            self.handle(event);
        }
        panic!("the world does not come to rest");
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::ToRelay(wire, bytes) => {
                if self.wires.contains_key(&wire) {
                    self.relay.receive(self.now, wire, &bytes);
                    self.at(10_000, Event::RelayTick);
                }
            }
            Event::ToPhone(wire, bytes) => {
                if let Some(&phone) = self.wires.get(&wire) {
                    self.watch.arrived(&self.phones[phone], &bytes);
                    let asks = self.phones[phone].handle(self.now, api::Event::Frame { bytes });
                    self.asked(phone, asks);
                }
            }
            Event::ClosedAtPhone(wire) => {
                if let Some(phone) = self.wires.remove(&wire) {
                    self.relay.close(wire);
                    if self.phones[phone].wire == Some(wire) {
                        self.phones[phone].wire = None;
                        let asks = self.phones[phone].handle(self.now, api::Event::Closed);
                        self.asked(phone, asks);
                    }
                }
            }
            Event::ClosedAtRelay(wire) => self.relay.close(wire),
            Event::Connect(phone) => self.connect(phone),
            Event::Token(phone) => {
                let input = self.token(phone);
                let asks = self.phones[phone].handle(self.now, input);
                self.asked(phone, asks);
            }
            Event::Answer(phone, id, bytes) => {
                let input = match bytes {
                    Some(bytes) => api::Event::PostAnswer { id, bytes },
                    None => api::Event::PostFailed { id },
                };
                let asks = self.phones[phone].handle(self.now, input);
                self.asked(phone, asks);
            }
            Event::Wake(phone) => {
                let asks = self.phones[phone].handle(self.now, api::Event::Tick);
                self.asked(phone, asks);
            }
            Event::RelayTick => self.relay.tick(self.now),
        }
        self.collect();
    }

    fn connect(&mut self, phone: usize) {
        let wire = Wire(self.next_wire);
        self.next_wire += 1;
        let reached = self.phones[phone].has_signal && self.relay.open(self.now, wire);
        let input = if reached {
            self.wires.insert(wire, phone);
            self.phones[phone].wire = Some(wire);
            api::Event::Opened
        } else {
            api::Event::Closed
        };
        let asks = self.phones[phone].handle(self.now, input);
        self.asked(phone, asks);
    }

    fn token(&self, phone: usize) -> api::Event {
        let phone = &self.phones[phone];
        let Some(coop) = self.relay.coop().filter(|_| phone.has_signal) else {
            return api::Event::TokenFailed;
        };
        match coop.people().device(phone.device) {
            Some(entry) if entry.revoked_at.is_some() => api::Event::TokenRefused {
                code: ErrorCode::DeviceRevoked,
            },
            Some(entry) if coop.people().active(entry.member).is_none() => {
                api::Event::TokenRefused {
                    code: ErrorCode::Unauthorized,
                }
            }
            Some(_) => {
                let expires = self.relay.clock(self.now).plus_ms(TOKEN_MS).0;
                api::Event::Token {
                    jwt: format!("{}:{expires}", phone.device),
                }
            }
            None => api::Event::TokenRefused {
                code: ErrorCode::Unauthorized,
            },
        }
    }

    fn asked(&mut self, phone: usize, asks: Vec<Ask>) {
        for ask in asks {
            match ask {
                Ask::Connect => self.at(5, Event::Connect(phone)),
                Ask::Token => self.at(5, Event::Token(phone)),
                Ask::Disconnect => self.cut(phone),
                Ask::Wake(ms) => self.at(ms, Event::Wake(phone)),
                Ask::Send(bytes) => self.send(phone, bytes),
                Ask::Post(id, bytes) => {
                    let answer = self.exchange(phone, &bytes);
                    self.at(50, Event::Answer(phone, id, answer));
                }
            }
        }
        self.collect();
    }

    fn send(&mut self, phone: usize, bytes: Vec<u8>) {
        let Some(wire) = self.phones[phone].wire else {
            return;
        };
        self.watch.sent(&bytes);
        if self.one_in(self.weather.cut_one_in) {
            self.cut_wire(wire, 1);
            return;
        }
        if self.one_in(self.weather.twice_one_in) && matches!(decode(&bytes), Ok(ToRelay::Push(_)))
        {
            self.deliver(wire, true, bytes.clone());
        }
        self.deliver(wire, true, bytes);
    }

    /// One HTTPS exchange: a link that lives for one hello. Frames stand behind four bytes of length.
    fn exchange(&mut self, phone: usize, body: &[u8]) -> Option<Vec<u8>> {
        let wire = Wire(self.next_wire);
        self.next_wire += 1;
        let frame = body.get(4..)?;
        self.watch.sent(frame);
        if !self.phones[phone].has_signal
            || !self.relay.open(self.now, wire)
            || self.one_in(self.weather.cut_one_in)
        {
            return None;
        }
        self.relay.receive(self.now, wire, frame);
        let mut answer = Vec::new();
        for out in self.relay.take_out() {
            match out {
                Out::Frame(to, bytes) if to == wire => {
                    self.watch.arrived(&self.phones[phone], &bytes);
                    answer.extend((bytes.len() as u32).to_be_bytes());
                    answer.extend(bytes);
                }
                Out::Close(to) if to == wire => {}
                other => self.dispose(other),
            }
        }
        (!self.one_in(self.weather.cut_one_in)).then_some(answer)
    }

    fn collect(&mut self) {
        for out in self.relay.take_out() {
            self.dispose(out);
        }
    }

    fn dispose(&mut self, out: Out) {
        match out {
            Out::Frame(wire, bytes) => {
                if let (Some(&phone), Some(coop)) = (self.wires.get(&wire), self.relay.coop()) {
                    self.watch.left_relay(coop, &self.phones[phone], &bytes);
                }
                if self.one_in(self.weather.cut_one_in) {
                    self.cut_wire(wire, 1);
                } else {
                    self.deliver(wire, false, bytes);
                }
            }
            Out::Close(wire) => self.cut_wire(wire, 1),
        }
    }

    fn deliver(&mut self, wire: Wire, up: bool, bytes: Vec<u8>) {
        let delay = self
            .chance
            .random_range(1..=self.weather.delay_ms_max.max(1));
        let last = self.last.get(&(wire, up)).copied().unwrap_or(self.now);
        let at = self.now.plus_ms(delay).max(last);
        self.last.insert((wire, up), at);
        let event = if up {
            Event::ToRelay(wire, bytes)
        } else {
            Event::ToPhone(wire, bytes)
        };
        self.push(at, event);
    }

    fn cut(&mut self, phone: usize) {
        if let Some(wire) = self.phones[phone].wire.take() {
            self.wires.remove(&wire);
            self.at(30, Event::ClosedAtRelay(wire));
        }
    }

    fn cut_wire(&mut self, wire: Wire, after_ms: i64) {
        let last = self.last.get(&(wire, false)).copied().unwrap_or(self.now);
        self.push(
            self.now.plus_ms(after_ms).max(last),
            Event::ClosedAtPhone(wire),
        );
    }

    fn one_in(&mut self, times: u32) -> bool {
        times > 0 && self.chance.random_range(0..times) == 0
    }

    fn at(&mut self, ms: i64, event: Event) {
        self.push(self.now.plus_ms(ms), event);
    }

    fn push(&mut self, at: Timestamp, event: Event) {
        self.order += 1;
        self.events.push(Reverse((at, self.order, event)));
    }
}
