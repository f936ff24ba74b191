//! Something happened: it is taken in, and what must be done about it handed out.

use besace_model::error::ErrorCode;
use besace_model::session::phone;
use besace_model::time::{Now, Timestamp};

use super::Replica;
use crate::api::{Effect, Event, Topic};

impl Replica {
    /// Takes in what happened.
    pub fn handle(&mut self, now: Now, event: Event) -> Vec<Effect> {
        let now = self.told(now);
        match event {
            Event::Opened => self.link(now, phone::Event::Opened),
            Event::Closed => self.link(now, phone::Event::Closed),
            Event::Frame { bytes } => self.link(now, phone::Event::Frame(&bytes)),
            Event::Token { jwt, pass } => {
                self.bar(None);
                self.keep_pass(pass.as_deref());
                self.link(now, phone::Event::Token(jwt));
            }
            Event::TokenRefused { code } => {
                self.bar(Some(code).filter(|code| *code == ErrorCode::Unauthorized));
                self.link(now, phone::Event::TokenRefused(code));
            }
            Event::TokenFailed => self.link(now, phone::Event::TokenFailed),
            Event::PostAnswer { id, bytes } => self.link(now, phone::Event::Answer(id, &bytes)),
            Event::PostFailed { id } => self.link(now, phone::Event::AnswerFailed(id)),
            Event::Online => self.link(now, phone::Event::Online),
            Event::Offline => self.link(now, phone::Event::Offline),
            Event::Visible => self.link(now, phone::Event::Now),
            Event::SyncNow => {
                self.outbox.release_all();
                self.link(now, phone::Event::Now);
                self.link(now, phone::Event::Work);
            }
            Event::Tick => {
                self.retry_save();
                self.wake = None;
                self.link(now, phone::Event::Tick);
                if self.outbox.release_due(self.clock.moment()) {
                    self.link(now, phone::Event::Work);
                }
            }
            Event::Signed { id, signature } => self.signed(id, signature, now),
            Event::Persisted { id } => self.persisted(id, now),
            Event::PersistFailed { id, quota } => self.persist_failed(id, quota, now),
        }
        self.start_over(now);
        self.finish()
    }

    /// Notes why the relay gives this device no token, or that it does.
    fn bar(&mut self, why: Option<ErrorCode>) {
        if self.barred != why {
            self.barred = why;
            self.topics.insert(Topic::Sync);
        }
    }

    /// Takes in what the clocks say; the one on the wall is for what is written down.
    pub(super) fn told(&mut self, now: Now) -> Timestamp {
        self.clock.tell(now);
        now.wall
    }

    /// Hands out the effects, with what changed and when to wake. While a long text is being written, nobody is told to
    /// read it: another tab would show a part of it, and should this one be closed, words that are not saved.
    pub(super) fn finish(&mut self) -> Vec<Effect> {
        if !self.topics.is_empty() && !self.saver.is_held() {
            let topics = std::mem::take(&mut self.topics).into_iter().collect();
            self.effects.push(Effect::Changed { topics });
        }
        let wake = [
            self.phone.next_wakeup(),
            self.saver.retry_at(),
            self.outbox.release_at(),
        ];
        let wake = wake.into_iter().flatten().min().filter(|_| !self.wiped);
        if wake != self.wake {
            self.wake = wake;
            if let Some(at) = wake {
                let ms = at.since_ms(self.clock.moment()).max(0);
                self.effects.push(Effect::WakeIn { ms });
            }
        }
        std::mem::take(&mut self.effects)
    }
}
