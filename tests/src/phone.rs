//! A phone of a simulated world: a real [`Replica`], a disk that survives crashes, a key, and a clock that may be
//! wrong. Effects that need no network are carried out at once; the others are handed to the world.

use std::collections::BTreeMap;

use besace_client::api::{DispatchResult, Intent};
use besace_client::replica::Replica;
use besace_model::command::Command;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::time::{Moment, Now, Timestamp};
use ed25519_dalek::SigningKey;

use crate::relay::Wire;

mod effects;
mod life;
mod shown;
mod unsaid;

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
}
