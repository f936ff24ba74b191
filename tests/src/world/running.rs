//! What is due, in its order, until the world comes to rest.

use std::cmp::Reverse;

use besace_client::{api, store};
use besace_model::time::Timestamp;

use super::{Event, World};
use crate::phone::Phone;

/// Events that one hour of the world may hold: one that does not come to rest fails instead of running for ever.
const EVENTS_MAX: usize = 200_000;
const HOUR_MS: i64 = 3_600_000;

impl World {
    /// Lets so much time pass.
    pub fn pass(&mut self, ms: i64) {
        let until = self.now.plus_ms(ms);
        self.run(until);
        self.now = until;
    }

    /// Lets a long time pass in which nobody has the app open.
    pub fn pass_closed(&mut self, ms: i64) {
        for phone in 0..self.phones.len() {
            self.kill(phone);
        }
        self.pass(ms);
        for phone in 0..self.phones.len() {
            self.open(phone);
        }
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
        let (mut began, mut handled) = (self.now, 0);
        while self.events.peek().is_some_and(|due| due.0.0 <= until) {
            let Some(Reverse((at, _, event))) = self.events.pop() else {
                return;
            };
            self.now = self.now.max(at);
            if self.now > began.plus_ms(HOUR_MS) {
                (began, handled) = (self.now, 0);
            }
            handled += 1;
            assert!(handled <= EVENTS_MAX, "the world does not come to rest");
            self.handle(event);
        }
    }

    pub(super) fn handle(&mut self, event: Event) {
        match event {
            Event::ToRelay(wire, bytes) => {
                if self.wires.contains_key(&wire) {
                    self.relay.receive(self.now, wire, &bytes);
                    self.at(10_000, Event::RelayTick);
                }
            }
            Event::ToPhone(wire, bytes) => {
                if let Some(&phone) = self.wires.get(&wire) {
                    self.watch.arrived(wire, &self.phones[phone], &bytes);
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
            Event::Wake(phone, wake) => {
                if self.wakes.get(&phone) == Some(&wake) {
                    let asks = self.phones[phone].handle(self.now, api::Event::Tick);
                    self.asked(phone, asks);
                }
            }
            Event::RelayTick => self.relay.tick(self.now),
        }
        self.collect();
    }

    pub(super) fn at(&mut self, ms: i64, event: Event) {
        self.push(self.now.plus_ms(ms), event);
    }

    pub(super) fn push(&mut self, at: Timestamp, event: Event) {
        self.order += 1;
        self.events.push(Reverse((at, self.order, event)));
    }
}
