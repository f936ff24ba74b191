//! What phones and the relay ask of the world.

use super::World;
use crate::relay::{Out, Wire};

impl World {
    /// One HTTPS exchange: a link that lives for one hello. Frames stand behind four bytes of length.
    pub(super) fn exchange(&mut self, phone: usize, body: &[u8]) -> Option<Vec<u8>> {
        let wire = Wire(self.next_wire);
        self.next_wire += 1;
        let frame = body.get(4..)?;
        self.watch.sent(wire, frame);
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
                    if let Some(coop) = self.relay.coop() {
                        self.watch.left_relay(coop, &self.phones[phone], &bytes);
                    }
                    self.watch.arrived(wire, &self.phones[phone], &bytes);
                    answer.extend((bytes.len() as u32).to_be_bytes());
                    answer.extend(bytes);
                }
                Out::Close(to) if to == wire => {}
                other => self.dispose(other),
            }
        }
        (!self.one_in(self.weather.cut_one_in)).then_some(answer)
    }

    pub(super) fn collect(&mut self) {
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
}
