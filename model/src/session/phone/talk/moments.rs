//! The moments of an open socket, and what they make due.

use super::super::{ANSWER_MS_MAX, Effect, TOKEN_MARGIN_MS, Token};
use crate::limits::{DEAD_AFTER_MS, PING_AFTER_MS};
use crate::time::Moment;
use crate::wire::{self, ToRelay};

/// The moments of an open socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::session::phone) struct Talk {
    pub(super) heard: Moment,
    said: Moment,
    /// Another token was asked for, and is waited for until then.
    renewing_until: Option<Moment>,
}

impl Talk {
    pub(super) fn new(now: Moment) -> Self {
        Self {
            heard: now,
            said: now,
            renewing_until: None,
        }
    }

    pub(in crate::session::phone) fn pings_at(&self) -> Moment {
        self.heard.max(self.said).plus_ms(PING_AFTER_MS)
    }

    pub(in crate::session::phone) fn dies_at(&self) -> Moment {
        self.heard.plus_ms(DEAD_AFTER_MS)
    }

    /// When another token is to be asked for.
    pub(in crate::session::phone) fn renews_at(&self, token: Option<&Token>) -> Option<Moment> {
        let ends = token.map(|token| token.ends.plus_ms(-TOKEN_MARGIN_MS));
        self.renewing_until.or(ends)
    }

    pub(in crate::session::phone) fn ping(&mut self, now: Moment, out: &mut Vec<Effect>) {
        self.say(now, &ToRelay::Ping, out);
    }

    /// The other end must be heard soon.
    pub(in crate::session::phone) fn doubt(&mut self, now: Moment) {
        self.heard = self.heard.min(now.plus_ms(PING_AFTER_MS - DEAD_AFTER_MS));
    }

    pub(in crate::session::phone) fn renewed(
        &mut self,
        now: Moment,
        jwt: String,
        out: &mut Vec<Effect>,
    ) {
        self.renewing_until = None;
        self.say(now, &ToRelay::Token(jwt), out);
    }

    /// No token is to be had for now. The link goes on; the next silence or refusal decides.
    pub(in crate::session::phone) fn not_renewed(&mut self, now: Moment) {
        self.renewing_until = Some(now.plus_ms(ANSWER_MS_MAX));
    }

    fn say(&mut self, now: Moment, message: &ToRelay, out: &mut Vec<Effect>) {
        self.send(now, wire::encode(message), out);
    }

    pub(super) fn send(&mut self, now: Moment, frame: Vec<u8>, out: &mut Vec<Effect>) {
        self.said = now;
        out.push(Effect::Send(frame));
    }
}
