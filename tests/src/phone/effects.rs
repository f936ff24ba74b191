//! What a replica asks of its phone.

use besace_client::api::{Effect, Event};
use besace_model::time::Timestamp;
use ed25519_dalek::Signer;

use super::unsaid::{unsaid_by_phone, unsaid_by_relay};
use super::{Ask, Phone};

impl Phone {
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

    pub(super) fn perform(&mut self, now: Timestamp, effects: Vec<Effect>) -> Vec<Ask> {
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
}
