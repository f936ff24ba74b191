//! The phone's end of a sync session: when to connect, what to say, when to give up. Sans-IO: it is told what happened
//! and at which moment, and answers with what must be done. It never hears of the clock on the wall: one that somebody
//! puts back a year neither stops a phone nor hurries it.
//!
//! | from | event | to |
//! |---|---|---|
//! | down | time to retry, a person asks, the network is back | a token if there is none, then the road |
//! | opening | opened | live: hello with the cursor and the beginning of the outbox |
//! | live | update | live: verdicts free the window, more commits follow |
//! | live | silence, closed, malformed frame | down, with full-jitter backoff; what was in flight is unsent again |
//! | any | bye: upgrade | stopped, the outbox kept |
//! | any | bye: device revoked | wiped |
//!
//! Where sockets do not get through, the same hello travels in one-shot exchanges; sockets are tried again when the
//! network changes and once in a while.

mod in_flight;
mod jitter;
mod one_shot;
mod road;
#[cfg(test)]
mod tests;

use crate::error::ErrorCode;
use crate::kind::KindSet;
use crate::limits::{
    BACKOFF_MS_MAX, BACKOFF_MS_MIN, DEAD_AFTER_MS, PING_AFTER_MS, PUSH_COMMITS_MAX,
};
use crate::time::Moment;
use in_flight::InFlight;
use jitter::Jitter;
pub use one_shot::{split, with_length};

use crate::wire::{
    self, Cursor, DocPush, Hello, PROTOCOL, ToPhone, ToRelay, Update, Verdict, Witness,
};

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
pub trait Outbox {
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

/// What must be done, in order.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
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
enum Link {
    Down,
    Token { until: Moment },
    Opening { until: Moment },
    Live,
    Posting { id: u32, until: Moment },
    Stopped(ErrorCode),
}

/// The phone's end.
#[derive(Debug)]
pub struct Phone {
    link: Link,
    network: bool,
    token: Option<(String, Moment)>,
    token_asked: Option<Moment>,
    failures: u32,
    socket_failures: u32,
    one_shot_until: Option<Moment>,
    retry_at: Option<Moment>,
    hold_until: Option<Moment>,
    heard: Moment,
    said: Moment,
    contact: Option<Moment>,
    brought: bool,
    in_flight: InFlight,
    jitter: Jitter,
    last_exchange: u32,
}

impl Phone {
    /// A phone that will connect at the first tick. `seed` jitters its retries.
    #[must_use]
    pub fn new(now: Moment, seed: u64) -> Self {
        Self {
            link: Link::Down,
            network: true,
            token: None,
            token_asked: None,
            failures: 0,
            socket_failures: 0,
            one_shot_until: None,
            retry_at: Some(now),
            hold_until: None,
            heard: now,
            said: now,
            contact: None,
            brought: false,
            in_flight: InFlight::default(),
            jitter: Jitter(seed),
            last_exchange: 0,
        }
    }

    /// Where the link stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.link {
            Link::Down if self.one_shot_until.is_some() && self.failures == 0 => Standing::OneShot,
            Link::Down => Standing::Down,
            Link::Token { .. } | Link::Opening { .. } => Standing::Connecting,
            Link::Live if self.brought => Standing::Live,
            Link::Live => Standing::Connecting,
            Link::Posting { .. } => Standing::OneShot,
            Link::Stopped(code) => Standing::Stopped(code),
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
        matches!(self.link, Link::Down)
            .then_some(self.retry_at)
            .flatten()
    }

    /// When [`Event::Tick`] is wanted.
    #[must_use]
    pub fn next_wakeup(&self) -> Option<Moment> {
        match self.link {
            Link::Down => self.retry_at.filter(|_| self.network),
            Link::Token { until } | Link::Opening { until } | Link::Posting { until, .. } => {
                Some(until)
            }
            Link::Live => {
                let silence = self.heard.max(self.said).plus_ms(PING_AFTER_MS);
                let dead = self.heard.plus_ms(DEAD_AFTER_MS);
                let token = match (&self.token, self.token_asked) {
                    (_, Some(until)) => Some(until),
                    (Some((_, end)), None) => Some(end.plus_ms(-TOKEN_MARGIN_MS)),
                    (None, None) => None,
                };
                let held = self.hold_until;
                [Some(silence), Some(dead), token, held]
                    .into_iter()
                    .flatten()
                    .min()
            }
            Link::Stopped(_) => None,
        }
    }

    /// Takes in what happened.
    pub fn handle(
        &mut self,
        now: Moment,
        event: Event<'_>,
        outbox: &mut impl Outbox,
    ) -> Vec<Action> {
        let mut out = Vec::new();
        if let Link::Stopped(code) = self.link
            && (code == ErrorCode::DeviceRevoked || !matches!(event, Event::Now))
        {
            return out;
        }
        match event {
            Event::Opened => self.opened(now, outbox, &mut out),
            Event::Closed => self.closed(now, outbox),
            Event::Frame(bytes) => self.frame(now, bytes, outbox, &mut out),
            Event::Token(token) => self.token(now, token, outbox, &mut out),
            Event::TokenRefused(code) => self.token_refused(now, code, outbox, &mut out),
            Event::TokenFailed => self.token_failed(now, outbox),
            Event::Answer(id, body) => self.answer(now, id, body, outbox, &mut out),
            Event::AnswerFailed(id) => {
                if matches!(self.link, Link::Posting { id: here, .. } if here == id) {
                    self.one_shot_until = None;
                    self.socket_failures = 0;
                    self.fail(now, 0, outbox);
                }
            }
            Event::Online => {
                self.network = true;
                self.hurry(now, outbox, &mut out);
            }
            Event::Offline => self.offline(outbox, &mut out),
            Event::Now => self.hurry(now, outbox, &mut out),
            Event::Work => self.work(now, outbox, &mut out),
            Event::Tick => self.tick(now, outbox, &mut out),
        }
        out
    }

    fn opened(&mut self, now: Moment, outbox: &mut impl Outbox, out: &mut Vec<Action>) {
        let Link::Opening { .. } = self.link else {
            return;
        };
        self.link = Link::Live;
        self.heard = now;
        self.brought = false;
        match self.hello(now, true, outbox) {
            Some(bytes) => {
                self.said = now;
                out.push(Action::Send(bytes));
            }
            None => {
                out.push(Action::Disconnect);
                self.fail(now, 0, outbox);
            }
        }
    }

    fn hello(&mut self, now: Moment, live: bool, outbox: &mut impl Outbox) -> Option<Vec<u8>> {
        let token = self.token.as_ref()?.0.clone();
        self.in_flight.clear(outbox);
        let pushes = self.take(now, outbox);
        Some(wire::encode(&ToRelay::Hello(Hello {
            protocol: PROTOCOL,
            token,
            cursor: outbox.cursor(),
            live,
            pushes,
            witness: outbox.witness(),
            kinds: Some(KindSet::known()),
        })))
    }

    fn take(&mut self, now: Moment, outbox: &mut impl Outbox) -> Vec<DocPush> {
        if self.hold_until.is_some_and(|until| now < until) {
            return Vec::new();
        }
        self.hold_until = None;
        let (commits, bytes) = self.in_flight.room();
        if commits == 0 || bytes == 0 {
            return Vec::new();
        }
        let pushes = outbox.take(commits.min(PUSH_COMMITS_MAX), bytes);
        self.in_flight.add(&pushes);
        pushes
    }

    fn work(&mut self, now: Moment, outbox: &mut impl Outbox, out: &mut Vec<Action>) {
        match self.link {
            Link::Live if self.brought => loop {
                let pushes = self.take(now, outbox);
                if pushes.is_empty() {
                    break;
                }
                self.said = now;
                out.push(Action::Send(wire::encode(&ToRelay::Push(pushes))));
            },
            Link::Down
                if self.one_shot_until.is_some()
                    && self.failures == 0
                    && outbox.waits()
                    && self.hold_until.is_none_or(|until| now >= until) =>
            {
                self.retry_at = Some(now);
                self.tick(now, outbox, out);
            }
            _ => {}
        }
    }

    fn frame(
        &mut self,
        now: Moment,
        bytes: &[u8],
        outbox: &mut impl Outbox,
        out: &mut Vec<Action>,
    ) {
        if self.link != Link::Live {
            return;
        }
        self.heard = now;
        match wire::decode::<ToPhone>(bytes) {
            Ok(ToPhone::Pong) => self.contact = Some(now),
            Ok(ToPhone::Update(update)) => self.update(now, update, out),
            Ok(ToPhone::Bye(bye)) => {
                out.push(Action::Disconnect);
                self.bye(now, bye.code, bye.retry_ms, outbox, out);
            }
            Err(_) => {
                out.push(Action::Disconnect);
                self.fail(now, 0, outbox);
            }
        }
    }

    fn update(&mut self, now: Moment, update: Update, out: &mut Vec<Action>) {
        self.contact = Some(now);
        self.brought = true;
        self.failures = 0;
        self.socket_failures = 0;
        self.in_flight.answered(update.verdicts.len());
        for verdict in &update.verdicts {
            // A longer wait is about one document, not about the relay: the outbox holds that one back.
            if let Verdict::Retry(ms) = verdict.verdict
                && i64::from(ms) <= BACKOFF_MS_MAX
            {
                let wait = i64::from(ms).max(BACKOFF_MS_MIN);
                self.hold_until = Some(now.plus_ms(wait));
            }
        }
        out.push(Action::Update(Box::new(update)));
    }

    fn bye(
        &mut self,
        now: Moment,
        code: ErrorCode,
        retry_ms: u32,
        outbox: &mut impl Outbox,
        out: &mut Vec<Action>,
    ) {
        match code {
            ErrorCode::DeviceRevoked => {
                self.stop(code, outbox);
                out.push(Action::Wipe);
            }
            ErrorCode::Upgrade => self.stop(code, outbox),
            ErrorCode::Unauthorized => {
                self.token = None;
                self.fail(now, i64::from(retry_ms), outbox);
            }
            _ => self.fail(now, i64::from(retry_ms), outbox),
        }
    }

    fn stop(&mut self, code: ErrorCode, outbox: &mut impl Outbox) {
        outbox.rewind();
        self.link = Link::Stopped(code);
        self.retry_at = None;
    }

    fn closed(&mut self, now: Moment, outbox: &mut impl Outbox) {
        match self.link {
            Link::Opening { .. } => self.socket_failures += 1,
            Link::Live if !self.brought => self.socket_failures += 1,
            Link::Live => {}
            _ => return,
        }
        self.fail(now, 0, outbox);
    }

    /// Goes down and plans the next try: full jitter over a doubling range, no sooner than the relay asked.
    fn fail(&mut self, now: Moment, at_least_ms: i64, outbox: &mut impl Outbox) {
        self.in_flight.clear(outbox);
        self.brought = false;
        self.token_asked = None;
        self.link = Link::Down;
        let range = BACKOFF_MS_MIN
            .saturating_mul(1 << self.failures.min(16))
            .min(BACKOFF_MS_MAX);
        self.failures = self.failures.saturating_add(1);
        let wait = at_least_ms.max(0) + self.jitter.below(range);
        self.retry_at = Some(now.plus_ms(wait));
    }

    fn offline(&mut self, outbox: &mut impl Outbox, out: &mut Vec<Action>) {
        self.network = false;
        if matches!(self.link, Link::Live | Link::Opening { .. }) {
            out.push(Action::Disconnect);
        }
        self.in_flight.clear(outbox);
        self.brought = false;
        self.token_asked = None;
        self.link = Link::Down;
    }

    fn hurry(&mut self, now: Moment, outbox: &mut impl Outbox, out: &mut Vec<Action>) {
        self.network = true;
        match self.link {
            Link::Live => {
                // A phone that changed network without saying so finds out soon.
                self.said = now;
                out.push(Action::Send(wire::encode(&ToRelay::Ping)));
                self.heard = self.heard.min(now.plus_ms(PING_AFTER_MS - DEAD_AFTER_MS));
                self.work(now, outbox, out);
            }
            Link::Down | Link::Stopped(_) => {
                self.failures = 0;
                self.socket_failures = 0;
                self.one_shot_until = None;
                self.link = Link::Down;
                self.retry_at = Some(now);
                self.tick(now, outbox, out);
            }
            Link::Token { .. } | Link::Opening { .. } | Link::Posting { .. } => {}
        }
    }
}
