//! Going down, and when to try again.

use super::state::{Road, State};
use super::{Backlog, Effect, Phone};
use crate::error::ErrorCode;
use crate::limits::{BACKOFF_MS_MAX, BACKOFF_MS_MIN};
use crate::time::Moment;

impl Phone {
    pub(super) fn bye(
        &mut self,
        now: Moment,
        code: ErrorCode,
        retry_ms: u32,
        backlog: &mut impl Backlog,
        out: &mut Vec<Effect>,
    ) {
        match code {
            ErrorCode::DeviceRevoked => {
                self.stop(code, backlog);
                out.push(Effect::Wipe);
            }
            ErrorCode::Upgrade => self.stop(code, backlog),
            ErrorCode::Unauthorized => {
                self.token = None;
                self.fail(now, i64::from(retry_ms), backlog);
            }
            _ => {
                if code == ErrorCode::BadMessage {
                    backlog.doubt_relay();
                }
                self.fail(now, i64::from(retry_ms), backlog);
            }
        }
    }

    fn stop(&mut self, code: ErrorCode, backlog: &mut impl Backlog) {
        backlog.rewind();
        self.state = State::Stopped(code);
    }

    /// Goes down and plans the next try: full jitter over a doubling range, no sooner than the relay asked.
    pub(super) fn fail(&mut self, now: Moment, at_least_ms: i64, backlog: &mut impl Backlog) {
        self.in_flight.clear(backlog);
        // It was not the sockets' fault.
        if self.road == Road::Asking {
            self.road = Road::FRESH;
        }
        let range = BACKOFF_MS_MIN
            .saturating_mul(1 << self.failures.min(16))
            .min(BACKOFF_MS_MAX);
        self.failures = self.failures.saturating_add(1);
        let wait = at_least_ms.max(0) + self.jitter.below(range);
        if self.state != State::Offline {
            self.state = State::Down {
                retry_at: now.plus_ms(wait),
            };
        }
    }

    pub(super) fn offline(&mut self, backlog: &mut impl Backlog, out: &mut Vec<Effect>) {
        if matches!(
            self.state,
            State::Opening { .. } | State::Greeting(_) | State::Live(_)
        ) {
            out.push(Effect::Disconnect);
        }
        self.in_flight.clear(backlog);
        self.state = State::Offline;
    }

    pub(super) fn hurry(&mut self, now: Moment, backlog: &mut impl Backlog, out: &mut Vec<Effect>) {
        match &mut self.state {
            State::Greeting(talk) | State::Live(talk) => {
                // A phone that changed network without saying so finds out soon.
                talk.ping(now, out);
                talk.doubt(now);
                self.work(now, backlog, out);
            }
            State::Down { .. } | State::Offline | State::Stopped(_) => {
                self.failures = 0;
                self.road = Road::FRESH;
                self.state = State::Down { retry_at: now };
                self.tick(now, backlog, out);
            }
            State::Token { .. } | State::Opening { .. } | State::Posting { .. } => {}
        }
    }
}
