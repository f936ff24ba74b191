//! The phone's end of a sync session: when to connect, what to say, when to give up. Sans-IO: it is told what happened
//! and at which moment, and answers with what must be done. It never hears of the clock on the wall: one that somebody
//! puts back a year neither stops a phone nor hurries it.
//!
//! | from | event | to |
//! |---|---|---|
//! | down | time to retry, a person asks, the network is back | a token if there is none, then the road |
//! | opening | opened | greeting: hello with the cursor and the beginning of the outbox |
//! | greeting | update | live |
//! | live | update | live: verdicts free the window, more commits follow |
//! | greeting, live | silence, closed, malformed frame | down, with full-jitter backoff; what was in flight is unsent again |
//! | any | no network | offline, until there is one or a person asks |
//! | any | bye: upgrade | stopped, the outbox kept |
//! | any | bye: device revoked | stopped and wiped |
//!
//! Where sockets do not get through, the same hello travels in one-shot exchanges; sockets are tried again when the
//! network changes and once in a while.

mod backlog;
mod down;
mod event;
mod in_flight;
mod jitter;
mod one_shot;
mod road;
mod state;
mod talk;
#[cfg(test)]
mod tests;
mod times;

use crate::error::ErrorCode;
use crate::time::Moment;
pub use backlog::Backlog;
pub use event::{Effect, Event};
use in_flight::InFlight;
use jitter::Jitter;
pub use one_shot::{split, with_length};
pub use state::Standing;
use state::{Road, State, Token};

/// Sockets that brought nothing, in a row, before the one-shot road is taken.
const SOCKET_FAILURES_MAX: u32 = 3;
/// How long the one-shot road is kept before a socket is tried again.
const ONE_SHOT_MS: i64 = 10 * 60 * 1000;
/// Pause between one-shot exchanges when nothing waits.
const ONE_SHOT_PAUSE_MS: i64 = 60_000;
/// A token this close to its end is renewed.
const TOKEN_MARGIN_MS: i64 = 60_000;
/// A token, a socket or an exchange that has not come by then has failed.
const ANSWER_MS_MAX: i64 = 30_000;

/// The phone's end.
#[derive(Debug)]
pub struct Phone {
    state: State,
    road: Road,
    token: Option<Token>,
    /// Tries that failed, in a row.
    failures: u32,
    /// The relay asked for no push before.
    hold_until: Option<Moment>,
    contact: Option<Moment>,
    in_flight: InFlight,
    jitter: Jitter,
    last_exchange: u32,
}

impl Phone {
    /// A phone that will connect at the first tick. `seed` jitters its retries.
    #[must_use]
    pub fn new(now: Moment, seed: u64) -> Self {
        Self {
            state: State::Down { retry_at: now },
            road: Road::FRESH,
            token: None,
            failures: 0,
            hold_until: None,
            contact: None,
            in_flight: InFlight::default(),
            jitter: Jitter(seed),
            last_exchange: 0,
        }
    }

    /// Takes in what happened.
    pub fn handle(
        &mut self,
        now: Moment,
        event: Event<'_>,
        backlog: &mut impl Backlog,
    ) -> Vec<Effect> {
        let mut out = Vec::new();
        if let State::Stopped(code) = self.state
            && (code == ErrorCode::DeviceRevoked || !matches!(event, Event::Now))
        {
            return out;
        }
        match event {
            Event::Opened => self.opened(now, backlog, &mut out),
            Event::Closed => self.closed(now, backlog),
            Event::Frame(bytes) => self.frame(now, bytes, backlog, &mut out),
            Event::Token(token) => self.token(now, token, backlog, &mut out),
            Event::TokenRefused(code) => self.token_refused(now, code, backlog, &mut out),
            Event::TokenFailed => self.token_failed(now, backlog),
            Event::Answer(id, body) => self.answer(now, id, body, backlog, &mut out),
            Event::AnswerFailed(id) => {
                if matches!(self.state, State::Posting { id: here, .. } if here == id) {
                    self.road = Road::FRESH;
                    self.fail(now, 0, backlog);
                }
            }
            Event::Online | Event::Now => self.hurry(now, backlog, &mut out),
            Event::Offline => self.offline(backlog, &mut out),
            Event::Work => self.work(now, backlog, &mut out),
            Event::Tick => self.tick(now, backlog, &mut out),
        }
        out
    }
}
