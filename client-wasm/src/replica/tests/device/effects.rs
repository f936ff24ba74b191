//! Effects are performed: on a disk in memory, on a network that is there or not.

use std::collections::VecDeque;

use besace_model::time::{Moment, Now};
use besace_model::wire;

use super::Device;
use crate::api::{Effect, Event};

impl Device {
    pub(in crate::replica::tests) fn handle(&mut self, event: Event) {
        let effects = self.replica.handle(self.clocks(), event);
        self.perform(effects);
    }

    /// Both clocks: the one on the wall may have been set.
    pub(super) fn clocks(&self) -> Now {
        Now {
            wall: self.now.plus_ms(self.set_forward_ms),
            moment: Moment(self.now.0),
        }
    }

    /// So much time passes.
    pub(in crate::replica::tests) fn pass(&mut self, ms: i64) {
        self.now = self.now.plus_ms(ms);
        let effects = self.replica.handle(self.clocks(), Event::Tick);
        self.perform(effects);
    }

    pub(in crate::replica::tests) fn connect(&mut self) {
        self.network = true;
        self.handle(Event::Online);
    }

    pub(in crate::replica::tests) fn cut(&mut self) {
        self.network = false;
        self.handle(Event::Closed);
    }

    pub(super) fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            let answer = self.answer(effect);
            if let Some(event) = answer {
                queue.extend(self.replica.handle(self.clocks(), event));
            }
        }
    }

    /// The disk does the oldest write that waits; false when there is none.
    pub(in crate::replica::tests) fn write_next(&mut self) -> bool {
        let Some(effect) = self.writes.pop_front() else {
            return false;
        };
        if let Some(event) = self.write(effect) {
            self.handle(event);
        }
        true
    }

    fn write(&mut self, effect: Effect) -> Option<Event> {
        let Effect::Persist {
            id, puts, deletes, ..
        } = effect
        else {
            return None;
        };
        let size: usize = puts.iter().map(|row| row.value.len()).sum();
        if self.disk_full || size > self.disk_room {
            return Some(Event::PersistFailed { id, quota: true });
        }
        for row in puts {
            self.disk.insert((row.store, row.key), row.value);
        }
        for key in deletes {
            self.disk.remove(&(key.store, key.key));
        }
        Some(Event::Persisted { id })
    }

    fn answer(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Persist { .. } if self.disk_slow => self.writes.push_back(effect),
            Effect::Persist { .. } => return self.write(effect),
            Effect::Sign { id, .. } => {
                return Some(Event::Signed {
                    id,
                    signature: vec![3; 64],
                });
            }
            Effect::NeedToken if self.network => {
                return Some(Event::Token {
                    jwt: "token".to_owned(),
                    pass: None,
                });
            }
            Effect::NeedToken => return Some(Event::TokenFailed),
            Effect::Connect if self.network => return Some(Event::Opened),
            Effect::Connect => return Some(Event::Closed),
            Effect::Send { bytes } => self.sent.push(wire::decode(&bytes).unwrap()),
            Effect::Saved { token } => self.saved.push(token),
            Effect::SaveFailed { token, .. } => self.failed.push(token),
            Effect::Changed { topics } => self.told.extend(topics),
            Effect::Wipe => self.wiped = true,
            _ => {}
        }
        None
    }
}
