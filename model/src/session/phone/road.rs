//! Getting to the relay: a token, then a socket or one-shot exchanges; and the clock of it all.

use super::{
    ANSWER_MS_MAX, Backlog, Effect, InFlight, ONE_SHOT_MS, ONE_SHOT_PAUSE_MS, Phone, Road,
    SOCKET_FAILURES_MAX, State, TOKEN_MARGIN_MS, Token, split, with_length,
};
use crate::error::ErrorCode;
use crate::limits::TOKEN_LIFE_MS;
use crate::time::Moment;
use crate::wire::ToPhone;

impl Phone {
    pub(super) fn token(
        &mut self,
        now: Moment,
        jwt: String,
        backlog: &mut impl Backlog,
        out: &mut Vec<Effect>,
    ) {
        let ends = now.plus_ms(TOKEN_LIFE_MS);
        if let State::Greeting(talk) | State::Live(talk) = &mut self.state {
            talk.renewed(now, jwt.clone(), out);
        }
        self.token = Some(Token { jwt, ends });
        if matches!(self.state, State::Token { .. }) {
            self.take_road(now, backlog, out);
        }
    }

    pub(super) fn token_refused(
        &mut self,
        now: Moment,
        code: ErrorCode,
        backlog: &mut impl Backlog,
        out: &mut Vec<Effect>,
    ) {
        if matches!(self.state, State::Greeting(_) | State::Live(_)) {
            out.push(Effect::Disconnect);
        }
        self.token = None;
        self.bye(now, code, 0, backlog, out);
    }

    pub(super) fn token_failed(&mut self, now: Moment, backlog: &mut impl Backlog) {
        match &mut self.state {
            State::Token { .. } => self.fail(now, 0, backlog),
            State::Greeting(talk) | State::Live(talk) => talk.not_renewed(now),
            _ => {}
        }
    }

    pub(super) fn answer(
        &mut self,
        now: Moment,
        id: u32,
        body: &[u8],
        backlog: &mut impl Backlog,
        out: &mut Vec<Effect>,
    ) {
        if !matches!(self.state, State::Posting { id: here, .. } if here == id) {
            return;
        }
        let (frames, whole) = split(body);
        let mut more = false;
        let mut any = false;
        for frame in frames {
            match self.read(frame) {
                Ok(ToPhone::Update(update)) => {
                    more = update.remaining > 0;
                    any = true;
                    self.update(now, update, out);
                }
                Ok(ToPhone::Pong) => any = true,
                Ok(ToPhone::Bye(bye)) => {
                    return self.bye(now, bye.code, bye.retry_ms, backlog, out);
                }
                Err(_) => return self.fail(now, 0, backlog),
            }
        }
        if !any || !whole {
            return self.fail(now, 0, backlog);
        }
        self.in_flight = InFlight::default();
        let is_asking = self.road == Road::Asking;
        let pause = if more || is_asking {
            0
        } else {
            ONE_SHOT_PAUSE_MS
        };
        if is_asking {
            self.road = Road::ANSWERED;
        }
        self.state = State::Down {
            retry_at: now.plus_ms(pause),
        };
    }

    pub(super) fn take_road(
        &mut self,
        now: Moment,
        backlog: &mut impl Backlog,
        out: &mut Vec<Effect>,
    ) {
        let margin = now.plus_ms(TOKEN_MARGIN_MS);
        let fresh = self.token.as_ref().is_some_and(|it| margin < it.ends);
        let until = now.plus_ms(ANSWER_MS_MAX);
        if !fresh {
            self.state = State::Token { until };
            out.push(Effect::NeedToken);
            return;
        }
        match self.road {
            Road::OneShot { until } if now >= until => self.road = Road::FRESH,
            Road::Sockets { failures, answered } if failures >= SOCKET_FAILURES_MAX => {
                let until = now.plus_ms(ONE_SHOT_MS);
                self.road = if answered {
                    Road::OneShot { until }
                } else {
                    Road::Asking
                };
            }
            _ => {}
        }
        if let Road::Sockets { .. } = self.road {
            self.state = State::Opening { until };
            out.push(Effect::Connect);
        } else if let Some(hello) = self.hello(now, false, backlog) {
            self.last_exchange = self.last_exchange.wrapping_add(1);
            let id = self.last_exchange;
            self.state = State::Posting { id, until };
            out.push(Effect::Post(id, with_length(&hello)));
        }
    }

    pub(super) fn tick(&mut self, now: Moment, backlog: &mut impl Backlog, out: &mut Vec<Effect>) {
        match self.state {
            State::Down { retry_at } if now >= retry_at => self.take_road(now, backlog, out),
            State::Token { until } | State::Posting { until, .. } if now >= until => {
                self.fail(now, 0, backlog);
            }
            State::Opening { until } if now >= until => {
                out.push(Effect::Disconnect);
                self.road.failed();
                self.fail(now, 0, backlog);
            }
            State::Greeting(_) | State::Live(_) => self.tick_open(now, backlog, out),
            _ => {}
        }
    }
}
