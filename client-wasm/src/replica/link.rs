//! The link to the relay: the session is told what happened, and what it asks for is done.

mod backlog;

use besace_model::kind::KindSet;
use besace_model::session::phone;
use besace_model::time::Timestamp;

use super::Replica;
use super::save::Saver;
use crate::api::{Effect, Topic};
use crate::docs::Docs;
use crate::outbox::Outbox;
use crate::store::{Batch, MetaRow};
use backlog::Side;

impl Replica {
    /// Tells the session and performs what it answers, updates included.
    pub(super) fn link(&mut self, now: Timestamp, event: phone::Event<'_>) {
        if self.wiped {
            return;
        }
        let before = (self.phone.standing(), self.phone.contact());
        let asked = self.session(event);
        let mut worked = false;
        for effect in asked {
            worked |= self.perform(now, effect);
        }
        if worked && !self.wiped {
            let more = self.session(phone::Event::Work);
            for effect in more {
                self.perform(now, effect);
            }
        }
        if before.1 != self.phone.contact() {
            self.heard = Some(now);
        }
        if before != (self.phone.standing(), self.phone.contact()) {
            self.topics.insert(Topic::Sync);
        }
    }

    fn session(&mut self, event: phone::Event<'_>) -> Vec<phone::Effect> {
        let mut side = Side {
            outbox: &mut self.outbox,
            docs: &self.docs,
            cursor: self.meta.cursor.as_ref(),
            device: self.device,
            life: self.meta.life,
            relay_reads_short: &mut self.meta.relay_reads_short,
        };
        self.phone.handle(self.clock.moment(), event, &mut side)
    }

    /// Performs one effect of the session; whether the outbox may have more to say.
    fn perform(&mut self, now: Timestamp, effect: phone::Effect) -> bool {
        let effect = match effect {
            phone::Effect::Connect => {
                // Another relay may answer, an older one too.
                self.outbox.set_relay_knows(KindSet::SPINE);
                Effect::Connect
            }
            phone::Effect::Disconnect => Effect::Disconnect,
            phone::Effect::Send(bytes) => Effect::Send { bytes },
            phone::Effect::Post(id, bytes) => Effect::Post { id, bytes },
            phone::Effect::NeedToken => Effect::NeedToken,
            phone::Effect::Update(update) => {
                self.update(now, *update);
                return true;
            }
            phone::Effect::Wipe => {
                self.wipe();
                Effect::Wipe
            }
        };
        self.effects.push(effect);
        false
    }

    /// Keeps nothing: the device was revoked.
    fn wipe(&mut self) {
        self.wiped = true;
        self.docs = Docs::default();
        self.outbox = Outbox::default();
        self.refused.clear();
        self.away.clear();
        self.meta = MetaRow::default();
        self.saver = Saver::default();
        self.long.clear();
        self.topics.extend(Topic::all());
    }

    /// Gives the cursor up and opens the link again, when something has to be asked for again.
    pub(super) fn start_over(&mut self, now: Timestamp) {
        if !std::mem::take(&mut self.start_over) {
            return;
        }
        self.meta.cursor = None;
        let mut batch = Batch::default();
        self.write_meta(&mut batch);
        self.save(batch);
        self.effects.push(Effect::Disconnect);
        self.link(now, phone::Event::Closed);
        self.link(now, phone::Event::Now);
    }
}
