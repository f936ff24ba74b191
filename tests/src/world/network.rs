//! The network: connections, frames under way, and what the weather does to them.

use besace_client::api;
use besace_model::error::ErrorCode;
use besace_model::wire::{ToRelay, decode};
use rand::RngExt;

use super::{Event, World};
use crate::phone::Ask;
use crate::relay::Wire;

const TOKEN_MS: i64 = 600_000;

impl World {
    pub(super) fn connect(&mut self, phone: usize) {
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

    pub(super) fn token(&self, phone: usize) -> api::Event {
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
                let pass = coop.glance().pass(self.relay.clock(self.now), phone.device);
                let expires = self.relay.clock(self.now).plus_ms(TOKEN_MS).0;
                api::Event::Token {
                    jwt: format!("{}:{expires}", phone.device),
                    pass: pass.map(|pass| pass.to_bytes()),
                }
            }
            None => api::Event::TokenRefused {
                code: ErrorCode::Unauthorized,
            },
        }
    }

    pub(super) fn asked(&mut self, phone: usize, asks: Vec<Ask>) {
        for ask in asks {
            match ask {
                Ask::Connect => self.at(5, Event::Connect(phone)),
                Ask::Token => self.at(5, Event::Token(phone)),
                Ask::Disconnect => self.cut(phone),
                Ask::Wake(ms) => {
                    let wake = self.order;
                    self.wakes.insert(phone, wake);
                    self.at(ms, Event::Wake(phone, wake));
                }
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
        self.watch.sent(wire, &bytes);
        if self.one_in(self.weather.cut_one_in) {
            self.cut_wire(wire, 1);
            return;
        }
        if self.one_in(self.weather.twice_one_in)
            && matches!(decode(&bytes), Ok(ToRelay::Push(_) | ToRelay::Short(_)))
        {
            self.deliver(wire, true, bytes.clone());
        }
        self.deliver(wire, true, bytes);
    }

    pub(super) fn deliver(&mut self, wire: Wire, up: bool, bytes: Vec<u8>) {
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

    pub(super) fn cut(&mut self, phone: usize) {
        if let Some(wire) = self.phones[phone].wire.take() {
            self.wires.remove(&wire);
            self.at(30, Event::ClosedAtRelay(wire));
        }
    }

    pub(super) fn cut_wire(&mut self, wire: Wire, after_ms: i64) {
        let last = self.last.get(&(wire, false)).copied().unwrap_or(self.now);
        self.push(
            self.now.plus_ms(after_ms).max(last),
            Event::ClosedAtPhone(wire),
        );
    }

    pub(super) fn one_in(&mut self, times: u32) -> bool {
        times > 0 && self.chance.random_range(0..times) == 0
    }
}
