//! What the replica asks of its handset.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use axum::body::Bytes;
use besace_client::api::{Effect, Event};

use super::Handset;
use crate::line::{Line, SYNC};
use crate::process::Relay;

/// A phone that does not come to rest by then has a bug, or the relay has.
const REST: Duration = Duration::from_secs(240);

impl Handset {
    /// Connects, and goes on until `rested`.
    pub(crate) async fn connect(&mut self, relay: &Relay, rested: impl Fn(&Self) -> bool) {
        let rows = self.rows();
        let effects = self.load(rows);
        self.perform(Some(relay), effects).await;
        self.go_on(relay, rested).await;
    }

    /// Goes on until `rested`.
    pub(crate) async fn go_on(&mut self, relay: &Relay, rested: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !rested(self) {
            assert!(started.elapsed() < REST, "the phone does not come to rest");
            let now = self.clock.both();
            let wait = self
                .wake
                .map_or(1_000, |at| at.since_ms(now.moment).max(1) as u64);
            let line = self.line.as_mut().expect("the link stands");
            let effects = tokio::select! {
                frame = line.next() => {
                    let frame = frame.expect("the link stands");
                    self.payload.0 += frame.len();
                    self.received.push(frame.clone());
                    let event = Event::Frame { bytes: frame.into() };
                    let now = self.clock.both();
                    self.replica.handle(now, event)
                }
                () = tokio::time::sleep(Duration::from_millis(wait)) => {
                    let now = self.clock.both();
                    self.replica.handle(now, Event::Tick)
                }
            };
            self.perform(Some(relay), effects).await;
        }
    }

    /// Takes frames in without a network: the phone's own part of a download.
    pub(crate) async fn replay(&mut self, frames: &[Bytes]) -> Duration {
        let effects = self.load(Vec::new());
        self.perform(None, effects).await;
        let started = Instant::now();
        for frame in frames {
            let event = Event::Frame {
                bytes: frame.to_vec(),
            };
            let now = self.clock.both();
            let effects = self.replica.handle(now, event);
            self.perform(None, effects).await;
        }
        assert!(self.is_complete(), "everything was in the frames");
        started.elapsed()
    }

    /// Carries effects out; without a relay, links open at once and lead nowhere.
    pub(super) async fn perform(&mut self, relay: Option<&Relay>, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            let event = match effect {
                Effect::Persist {
                    id, puts, deletes, ..
                } => {
                    let puts = puts
                        .into_iter()
                        .map(|row| ((row.store, row.key), row.value));
                    self.disk.extend(puts);
                    for row in deletes {
                        self.disk.remove(&(row.store, row.key));
                    }
                    Event::Persisted { id }
                }
                Effect::Sign { id, bytes } => {
                    let signature = self.device.sign(&bytes).to_vec();
                    Event::Signed { id, signature }
                }
                Effect::NeedToken => {
                    let jwt = relay.map(|relay| relay.token(&self.device));
                    Event::Token {
                        jwt: jwt.unwrap_or_default(),
                        pass: None,
                    }
                }
                Effect::Connect => {
                    if let Some(relay) = relay {
                        let line = Line::open(relay.process.port, SYNC).await;
                        self.line = Some(line.expect("the relay takes links"));
                    }
                    Event::Opened
                }
                Effect::Send { bytes } => {
                    self.payload.1 += bytes.len();
                    if let Some(line) = &mut self.line {
                        line.send(bytes).await.expect("the link stands");
                    }
                    continue;
                }
                Effect::WakeIn { ms } => {
                    self.wake = Some(self.clock.moment().plus_ms(ms));
                    continue;
                }
                Effect::Disconnect => panic!("the link of a bench does not end"),
                Effect::Log { text } => panic!("the phone says: {text}"),
                _ => continue,
            };
            let now = self.clock.both();
            effects.extend(self.replica.handle(now, event));
        }
    }
}
