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

mod in_flight;
mod jitter;
mod one_shot;
mod road;
mod talk;
#[cfg(test)]
mod tests;

use crate::error::ErrorCode;
use crate::limits::{BACKOFF_MS_MAX, BACKOFF_MS_MIN};
use crate::time::Moment;
use crate::wire::{Cursor, DocPush, Update, Witness};
use in_flight::InFlight;
use jitter::Jitter;
pub use one_shot::{split, with_length};
use talk::Talk;

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

/// What the phone has to say. The session asks; it never looks inside.
pub trait Backlog {
    /// Where the phone stands.
    fn cursor(&self) -> Option<Cursor>;
    /// The accepted commit with the highest place.
    fn witness(&self) -> Option<Witness>;
    /// The next commits that wait, of at most so many commits and bytes; they count as in flight from now on.
    fn take(&mut self, commits: usize, bytes: usize) -> Vec<DocPush>;
    /// Nothing is in flight any more.
    fn rewind(&mut self);
    /// Whether something is ready to be taken.
    fn waits(&self) -> bool;
}

/// What happened.
#[derive(Debug)]
pub enum Event<'a> {
    /// The socket is open.
    Opened,
    /// The socket closed, or never opened.
    Closed,
    /// A message of the socket.
    Frame(&'a [u8]),
    /// An access token came.
    Token(String),
    /// The relay refused to give one.
    TokenRefused(ErrorCode),
    /// None came.
    TokenFailed,
    /// The body that answers a one-shot exchange.
    Answer(u32, &'a [u8]),
    /// A one-shot exchange failed.
    AnswerFailed(u32),
    /// There is a network.
    Online,
    /// There is none.
    Offline,
    /// Somebody wants to be up to date now.
    Now,
    /// The outbox may have something to say.
    Work,
    /// The time asked for has come.
    Tick,
}

/// What to do, in order.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Open the socket.
    Connect,
    /// Close it.
    Disconnect,
    /// Send a message on it.
    Send(Vec<u8>),
    /// One exchange by `POST`.
    Post(u32, Vec<u8>),
    /// Get an access token.
    NeedToken,
    /// Take an update in, then tell [`Event::Work`].
    Update(Box<Update>),
    /// The device was revoked.
    Wipe,
}

/// Where the link stands, for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No link.
    Down,
    /// On the way to one.
    Connecting,
    /// Live.
    Live,
    /// One-shot exchanges.
    OneShot,
    /// Given up for this reason.
    Stopped(ErrorCode),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// No link until the next try.
    Down { retry_at: Moment },
    /// No network, and no try before there is one.
    Offline,
    /// A token was asked for.
    Token { until: Moment },
    /// The socket was asked for.
    Opening { until: Moment },
    /// The socket is open, hello was said, and nothing came back yet.
    Greeting(Talk),
    /// The relay has answered on this socket.
    Live(Talk),
    /// A one-shot exchange is on its way.
    Posting { id: u32, until: Moment },
    /// Given up for this reason.
    Stopped(ErrorCode),
}

/// How the phone gets to the relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Road {
    /// By sockets, of which so many in a row brought nothing.
    Sockets { failures: u32 },
    /// By one-shot exchanges, until then.
    OneShot { until: Moment },
}

impl Road {
    const FRESH: Self = Self::Sockets { failures: 0 };

    /// A socket brought nothing.
    fn failed(&mut self) {
        if let Self::Sockets { failures } = self {
            *failures += 1;
        }
    }

    /// The relay was reached.
    fn worked(&mut self) {
        if let Self::Sockets { failures } = self {
            *failures = 0;
        }
    }
}

/// An access token and when it ends.
#[derive(Debug)]
struct Token {
    jwt: String,
    ends: Moment,
}

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

    /// Where the link stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.state {
            State::Down { .. } | State::Offline if self.is_one_shot() => Standing::OneShot,
            State::Down { .. } | State::Offline => Standing::Down,
            State::Token { .. } | State::Opening { .. } | State::Greeting(_) => {
                Standing::Connecting
            }
            State::Live(_) => Standing::Live,
            State::Posting { .. } => Standing::OneShot,
            State::Stopped(code) => Standing::Stopped(code),
        }
    }

    /// When the relay was last heard.
    #[must_use]
    pub fn contact(&self) -> Option<Moment> {
        self.contact
    }

    /// When the next try is due.
    #[must_use]
    pub fn retry_at(&self) -> Option<Moment> {
        match self.state {
            State::Down { retry_at } => Some(retry_at),
            _ => None,
        }
    }

    /// When [`Event::Tick`] is wanted.
    #[must_use]
    pub fn next_wakeup(&self) -> Option<Moment> {
        match &self.state {
            State::Down { retry_at } => Some(*retry_at),
            State::Token { until } | State::Opening { until } | State::Posting { until, .. } => {
                Some(*until)
            }
            State::Greeting(talk) | State::Live(talk) => {
                let renewal = talk.renews_at(self.token.as_ref());
                let due = [talk.pings_at(), talk.dies_at()].into_iter();
                due.chain(renewal).chain(self.hold_until).min()
            }
            State::Offline | State::Stopped(_) => None,
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

    /// Whether one-shot exchanges get through.
    fn is_one_shot(&self) -> bool {
        matches!(self.road, Road::OneShot { .. }) && self.failures == 0
    }

    fn bye(
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
            _ => self.fail(now, i64::from(retry_ms), backlog),
        }
    }

    fn stop(&mut self, code: ErrorCode, backlog: &mut impl Backlog) {
        backlog.rewind();
        self.state = State::Stopped(code);
    }

    /// Goes down and plans the next try: full jitter over a doubling range, no sooner than the relay asked.
    fn fail(&mut self, now: Moment, at_least_ms: i64, backlog: &mut impl Backlog) {
        self.in_flight.clear(backlog);
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

    fn offline(&mut self, backlog: &mut impl Backlog, out: &mut Vec<Effect>) {
        if matches!(
            self.state,
            State::Opening { .. } | State::Greeting(_) | State::Live(_)
        ) {
            out.push(Effect::Disconnect);
        }
        self.in_flight.clear(backlog);
        self.state = State::Offline;
    }

    fn hurry(&mut self, now: Moment, backlog: &mut impl Backlog, out: &mut Vec<Effect>) {
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
