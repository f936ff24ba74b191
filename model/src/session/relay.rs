//! The relay's end of one link, without IO: frames, answers and time in; effects out. The same machine serves a live
//! WebSocket and one HTTPS exchange.
//!
//! ```text
//! Waiting --hello--> Checking --token good--> Open --page ends--> (Listen, or Close for one exchange)
//!    \--5 s, bad frame, bad token, silence--> Closed
//! ```
//! It holds no document and knows nobody: the edge performs [`Effect`]s and brings what they come to as [`Event`]s.

mod ending;
mod event;
mod greeting;
mod pages;
mod pushes;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::error::ErrorCode;
use crate::limits::HELLO_TIMEOUT_MS;
use crate::time::{Moment, Now};
use crate::wire::{
    CommitVerdict, Cursor, Hello, Reads, ToPhone, ToRelay, Update, Witness, decode, encode, squeeze,
};
pub use ending::{CLOSE_BAD_MESSAGE, CLOSE_NORMAL, CLOSE_UNAUTHORIZED, TOKEN_GRACE_MS};
pub use event::{Access, Effect, Event};
pub use pages::ONE_SHOT_UPDATES_MAX;

#[derive(Debug)]
enum State {
    Waiting { until: Moment },
    Checking(Box<Hello>),
    Open(Access),
    Closed,
}

/// One link, seen from the relay.
#[derive(Debug)]
pub struct RelaySession {
    state: State,
    heard: Moment,
    live: bool,
    /// The answer to the hello waits for both its verdicts and its first page.
    opening: Option<Cursor>,
    /// What the hello knew to be accepted, until the first page is read: that page answers it.
    witness: Option<Witness>,
    reads: Reads,
    held_verdicts: Vec<CommitVerdict>,
    own: BTreeSet<u64>,
    updates: u32,
}

impl RelaySession {
    /// A link that was just opened.
    #[must_use]
    pub fn new(now: Moment) -> Self {
        Self {
            state: State::Waiting {
                until: now.plus_ms(HELLO_TIMEOUT_MS as i64),
            },
            heard: now,
            live: true,
            opening: None,
            witness: None,
            reads: Reads::SPINE,
            held_verdicts: Vec::new(),
            own: BTreeSet::new(),
            updates: 0,
        }
    }

    /// Who is at the other end, once known.
    #[must_use]
    pub fn access(&self) -> Option<&Access> {
        match &self.state {
            State::Open(access) => Some(access),
            _ => None,
        }
    }

    /// Whether the link is over.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self.state, State::Closed)
    }

    /// Takes in what happened.
    pub fn handle(&mut self, now: Now, event: Event<'_>) -> Vec<Effect> {
        if self.is_closed() {
            return Vec::new();
        }
        match event {
            Event::Frame(bytes) => self.frame(now, bytes),
            Event::Token(answer) => self.token(now, answer),
            Event::Admitted(verdicts) => self.admitted(now, verdicts),
            Event::NotNow(pushes, retry_ms) => self.refuse_for_now(now, &pushes, retry_ms),
            Event::Page(update, end) => self.page(now, *update, end),
            Event::Unavailable(retry_ms) => self.bye(ErrorCode::Retry, retry_ms, CLOSE_NORMAL),
            Event::Behind(cursor, own) => {
                self.own.extend(own);
                self.read(Some(cursor))
            }
            Event::Dismissed(code) => self.bye(code, 0, CLOSE_UNAUTHORIZED),
            Event::Wakeup => self.wakeup(now),
        }
    }

    fn frame(&mut self, now: Now, bytes: &[u8]) -> Vec<Effect> {
        self.heard = now.moment;
        let message = match decode(bytes).and_then(pushes::in_full) {
            Ok(message) => message,
            Err(error) => return self.bye(error.code(), 0, CLOSE_BAD_MESSAGE),
        };
        match (message, &self.state) {
            (ToRelay::Hello(hello), State::Waiting { .. }) => self.hello(hello),
            (ToRelay::Push(pushes), State::Open(access)) => {
                let access = *access;
                self.push(now, &access, pushes)
            }
            (ToRelay::Token(token), State::Open(_)) => vec![Effect::CheckToken(token)],
            (ToRelay::Ping, State::Open(_)) => vec![Effect::Send(encode(&ToPhone::Pong))],
            _ => self.bye(ErrorCode::BadMessage, 0, CLOSE_BAD_MESSAGE),
        }
    }

    /// A frame of this update, as the phone reads it.
    fn say(&self, update: Update) -> Effect {
        Effect::Send(frame(update, self.reads))
    }
}

/// A frame of an update: in short, for a phone that reads that.
#[must_use]
pub fn frame(update: Update, reads: Reads) -> Vec<u8> {
    if !reads.short {
        return encode(&ToPhone::Update(update));
    }
    // A snapshot is compressed already.
    let gains = update.docs.iter().all(|doc| doc.piece.is_none());
    let frame = encode(&ToPhone::Update(update.in_short()));
    if gains { squeeze(frame) } else { frame }
}
