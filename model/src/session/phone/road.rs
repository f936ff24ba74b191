//! Getting to the relay: a token, then a socket or one-shot exchanges; and the clock of it all.

use super::{
    ANSWER_MS_MAX, Action, InFlight, Link, ONE_SHOT_MS, ONE_SHOT_PAUSE_MS, Outbox, Phone,
    SOCKET_FAILURES_MAX, TOKEN_MARGIN_MS, split, with_length,
};
use crate::error::ErrorCode;
use crate::limits::{DEAD_AFTER_MS, PING_AFTER_MS, TOKEN_LIFE_MS};
use crate::time::Moment;
use crate::wire::{self, ToPhone, ToRelay};

impl Phone {
    pub(super) fn token(
        &mut self,
        now: Moment,
        token: String,
        outbox: &mut impl Outbox,
        out: &mut Vec<Action>,
    ) {
        self.token_asked = None;
        if self.link == Link::Live {
            self.said = now;
            out.push(Action::Send(wire::encode(&ToRelay::Token(token.clone()))));
        }
        self.token = Some((token, now.plus_ms(TOKEN_LIFE_MS)));
        if matches!(self.link, Link::Token { .. }) {
            self.take_road(now, outbox, out);
        }
    }

    pub(super) fn token_refused(
        &mut self,
        now: Moment,
        code: ErrorCode,
        outbox: &mut impl Outbox,
        out: &mut Vec<Action>,
    ) {
        if self.link == Link::Live {
            out.push(Action::Disconnect);
        }
        self.token = None;
        self.token_asked = None;
        self.bye(now, code, 0, outbox, out);
    }

    pub(super) fn token_failed(&mut self, now: Moment, outbox: &mut impl Outbox) {
        match self.link {
            Link::Token { .. } => self.fail(now, 0, outbox),
            // The live link goes on; the next silence or refusal decides.
            _ => self.token_asked = Some(now.plus_ms(ANSWER_MS_MAX)),
        }
    }

    pub(super) fn answer(
        &mut self,
        now: Moment,
        id: u32,
        body: &[u8],
        outbox: &mut impl Outbox,
        out: &mut Vec<Action>,
    ) {
        if !matches!(self.link, Link::Posting { id: here, .. } if here == id) {
            return;
        }
        self.heard = now;
        let (frames, whole) = split(body);
        let mut more = false;
        let mut any = false;
        for frame in frames {
            match wire::decode::<ToPhone>(frame) {
                Ok(ToPhone::Update(update)) => {
                    more = update.remaining > 0;
                    any = true;
                    self.update(now, update, out);
                }
                Ok(ToPhone::Pong) => any = true,
                Ok(ToPhone::Bye(bye)) => {
                    return self.bye(now, bye.code, bye.retry_ms, outbox, out);
                }
                Err(_) => return self.fail(now, 0, outbox),
            }
        }
        if !any || !whole {
            return self.fail(now, 0, outbox);
        }
        self.in_flight = InFlight::default();
        self.link = Link::Down;
        let pause = if more { 0 } else { ONE_SHOT_PAUSE_MS };
        self.retry_at = Some(now.plus_ms(pause));
    }

    pub(super) fn take_road(
        &mut self,
        now: Moment,
        outbox: &mut impl Outbox,
        out: &mut Vec<Action>,
    ) {
        let fresh = self
            .token
            .as_ref()
            .is_some_and(|(_, end)| now < end.plus_ms(-TOKEN_MARGIN_MS));
        let until = now.plus_ms(ANSWER_MS_MAX);
        if !fresh {
            self.link = Link::Token { until };
            out.push(Action::NeedToken);
            return;
        }
        if self.one_shot_until.is_some_and(|end| now >= end) {
            self.one_shot_until = None;
            self.socket_failures = 0;
        }
        if self.socket_failures >= SOCKET_FAILURES_MAX && self.one_shot_until.is_none() {
            self.one_shot_until = Some(now.plus_ms(ONE_SHOT_MS));
        }
        if self.one_shot_until.is_none() {
            self.link = Link::Opening { until };
            out.push(Action::Connect);
        } else if let Some(hello) = self.hello(now, false, outbox) {
            self.last_exchange = self.last_exchange.wrapping_add(1);
            let id = self.last_exchange;
            self.link = Link::Posting { id, until };
            out.push(Action::Post(id, with_length(&hello)));
        }
    }

    pub(super) fn tick(&mut self, now: Moment, outbox: &mut impl Outbox, out: &mut Vec<Action>) {
        match self.link {
            Link::Down if self.network && self.retry_at.is_some_and(|at| now >= at) => {
                self.retry_at = None;
                self.take_road(now, outbox, out);
            }
            Link::Token { until } if now >= until => self.fail(now, 0, outbox),
            Link::Posting { until, .. } if now >= until => self.fail(now, 0, outbox),
            Link::Opening { until } if now >= until => {
                out.push(Action::Disconnect);
                self.socket_failures += 1;
                self.fail(now, 0, outbox);
            }
            Link::Live => self.tick_live(now, outbox, out),
            _ => {}
        }
    }

    pub(super) fn tick_live(
        &mut self,
        now: Moment,
        outbox: &mut impl Outbox,
        out: &mut Vec<Action>,
    ) {
        if now >= self.heard.plus_ms(DEAD_AFTER_MS) {
            out.push(Action::Disconnect);
            return self.closed(now, outbox);
        }
        let token_ends = self
            .token
            .as_ref()
            .is_none_or(|(_, end)| now >= end.plus_ms(-TOKEN_MARGIN_MS));
        if token_ends && self.token_asked.is_none_or(|until| now >= until) {
            self.token_asked = Some(now.plus_ms(ANSWER_MS_MAX));
            out.push(Action::NeedToken);
        }
        if self.hold_until.is_some_and(|until| now >= until) {
            // Over, whether or not the relay has spoken on this link: left standing, it would be due at every tick.
            self.hold_until = None;
            self.work(now, outbox, out);
        }
        if now >= self.heard.max(self.said).plus_ms(PING_AFTER_MS) {
            self.said = now;
            out.push(Action::Send(wire::encode(&ToRelay::Ping)));
        }
    }
}
