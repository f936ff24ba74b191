//! The relay's end of one link, without IO: frames, answers and time in; effects out. The same machine serves a live
//! WebSocket and one HTTPS exchange.
//!
//! ```text
//! Waiting --hello--> Checking --token good--> Open --page ends--> (Listen, or Close for one exchange)
//!    \--5 s, bad frame, bad token, silence--> Closed
//! ```
//! It holds no document and knows nobody: the edge performs [`Effect`]s and brings what they come to as [`Event`]s.

use std::collections::BTreeSet;

use crate::admission::{commit_hash, declared_ops};
use crate::error::ErrorCode;
use crate::ids::{CoopId, DeviceId, MemberId};
use crate::kind::KindSet;
use crate::limits::{DEAD_AFTER_MS, HELLO_TIMEOUT_MS, PUSH_COMMITS_MAX, PUSH_OPS_MAX};
use crate::time::{Moment, Now};
use crate::wire::{
    Bye, CommitVerdict, Cursor, DocName, DocPush, Hello, PROTOCOL, ToPhone, ToRelay, Update,
    Verdict, Witness, decode, encode,
};

/// The close code of a link that ends in order.
pub const CLOSE_NORMAL: u16 = 1000;
/// The close code after bytes that are no frame of this protocol.
pub const CLOSE_BAD_MESSAGE: u16 = 1007;
/// The close code when the phone must sign in again.
pub const CLOSE_UNAUTHORIZED: u16 = 4401;
/// How long an expired token keeps the link open, its pushes waiting.
pub const TOKEN_GRACE_MS: i64 = 60_000;
/// When a push that came with an expired token may come again: the phone is fetching another one.
const EXPIRED_RETRY_MS: u32 = 1_000;
/// Updates one HTTPS exchange answers at most.
pub const ONE_SHOT_UPDATES_MAX: u32 = 8;
/// Entries the phone just pushed that are remembered, so that they are not sent back to it.
const OWN_MAX: usize = 1_000;

/// What a good access token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// The cooperative.
    pub coop: CoopId,
    /// The member.
    pub member: MemberId,
    /// Their device.
    pub device: DeviceId,
    /// When the token expires.
    pub expires_at: Moment,
}

/// What happened.
#[derive(Debug)]
pub enum Event<'a> {
    /// Bytes came.
    Frame(&'a [u8]),
    /// Answer to [`Effect::CheckToken`].
    Token(Result<Access, ErrorCode>),
    /// Answer to [`Effect::Admit`]: the verdicts, or `None` when they already stand in the link's queue.
    Admitted(Option<Vec<CommitVerdict>>),
    /// Answer to [`Effect::Admit`]: the device pushes too fast; these may come again after so many milliseconds.
    NotNow(Vec<DocPush>, u32),
    /// Answer to [`Effect::Read`]: what is new, and where the log stood if that is all.
    Page(Box<Update>, Option<u64>),
    /// The file could not be read, or the relay is going away: the phone may come back after so many milliseconds.
    Unavailable(u32),
    /// Live: the queue ran over or the readers changed; read on from here. Also the answer to an [`Effect::Listen`]
    /// that came too late.
    Behind(Cursor, Vec<u64>),
    /// Live: the member or device may no longer be here.
    Dismissed(ErrorCode),
    /// Time passed.
    Wakeup,
}

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Verify an access token.
    CheckToken(String),
    /// Judge and store these. Answers come in the order asked; more may be asked meanwhile.
    Admit(Vec<DocPush>),
    /// Read one page after the cursor, without the entries the phone just pushed; from the beginning, as a restart, when
    /// the log does not hold what the phone knows was accepted. Documents of other kinds are not for this phone.
    Read(Option<Cursor>, Option<Witness>, BTreeSet<u64>, KindSet),
    /// From this place in the log on, queue what is new to the link and of these kinds.
    Listen(u64, KindSet),
    /// Send a frame.
    Send(Vec<u8>),
    /// End the link with a close code, after what was sent.
    Close(u16),
}

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
    /// The kinds that both ends know.
    kinds: KindSet,
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
            kinds: KindSet::SPINE,
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

    /// When [`Event::Wakeup`] is due at the latest.
    #[must_use]
    pub fn next_wakeup(&self) -> Option<Moment> {
        let silence = self.heard.plus_ms(DEAD_AFTER_MS);
        match &self.state {
            State::Waiting { until } => Some(*until),
            State::Checking(_) => Some(silence),
            State::Open(access) => Some(silence.min(access.expires_at.plus_ms(TOKEN_GRACE_MS))),
            State::Closed => None,
        }
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
        let message: ToRelay = match decode(bytes) {
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

    fn hello(&mut self, hello: Hello) -> Vec<Effect> {
        if hello.protocol != PROTOCOL {
            return self.bye(ErrorCode::Upgrade, 0, CLOSE_NORMAL);
        }
        let token = hello.token.clone();
        self.live = hello.live;
        self.state = State::Checking(Box::new(hello));
        vec![Effect::CheckToken(token)]
    }

    fn token(&mut self, now: Now, answer: Result<Access, ErrorCode>) -> Vec<Effect> {
        let access = match answer {
            Ok(access) => access,
            Err(code) => return self.bye(code, 0, CLOSE_UNAUTHORIZED),
        };
        match &mut self.state {
            State::Open(open) => {
                if (open.coop, open.member, open.device)
                    != (access.coop, access.member, access.device)
                {
                    return self.bye(ErrorCode::Unauthorized, 0, CLOSE_UNAUTHORIZED);
                }
                *open = access;
                Vec::new()
            }
            State::Checking(hello) => {
                let cursor = hello.cursor.take();
                let pushes = std::mem::take(&mut hello.pushes);
                self.witness = hello.witness;
                self.kinds = KindSet::said(hello.kinds).and(KindSet::known());
                self.state = State::Open(access);
                self.open(now, &access, cursor, pushes)
            }
            _ => Vec::new(),
        }
    }

    /// The token is good: judge what came with the hello first, so that one update answers both.
    fn open(
        &mut self,
        now: Now,
        access: &Access,
        cursor: Option<Cursor>,
        pushes: Vec<DocPush>,
    ) -> Vec<Effect> {
        if pushes.is_empty() {
            return self.read(cursor);
        }
        self.opening = Some(cursor.unwrap_or(Cursor(Vec::new())));
        self.push(now, access, pushes)
    }

    fn push(&mut self, now: Now, access: &Access, pushes: Vec<DocPush>) -> Vec<Effect> {
        let count: usize = pushes.iter().map(|push| push.commits.len()).sum();
        let commits = pushes.iter().flat_map(|push| &push.commits);
        let ops = || -> usize { commits.map(|commit| declared_ops(&commit.change)).sum() };
        if count > PUSH_COMMITS_MAX || ops() > PUSH_OPS_MAX {
            return self.bye(ErrorCode::BadMessage, 0, CLOSE_BAD_MESSAGE);
        }
        if now.moment > access.expires_at {
            return self.refuse_for_now(now, &pushes, EXPIRED_RETRY_MS);
        }
        vec![Effect::Admit(pushes)]
    }

    /// Answers a push that is not even judged.
    fn refuse_for_now(&mut self, now: Now, pushes: &[DocPush], retry_ms: u32) -> Vec<Effect> {
        let Some(coop) = self.access().map(|access| access.coop) else {
            return Vec::new();
        };
        let verdicts = pushes.iter().flat_map(|push| {
            let doc = match &push.doc {
                DocName::Known(id) => *id,
                DocName::Head(head) => head.id(coop),
            };
            push.commits.iter().map(move |commit| CommitVerdict {
                doc,
                hash: commit_hash(&commit.change),
                verdict: Verdict::Retry(retry_ms),
            })
        });
        let verdicts = verdicts.collect();
        self.admitted(now, Some(verdicts))
    }

    fn admitted(&mut self, now: Now, verdicts: Option<Vec<CommitVerdict>>) -> Vec<Effect> {
        let verdicts = verdicts.unwrap_or_default();
        for verdict in &verdicts {
            if let Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) = &verdict.verdict
                && self.own.len() < OWN_MAX
            {
                self.own.insert(receipt.seq);
            }
        }
        if let Some(cursor) = self.opening.take() {
            self.held_verdicts = verdicts;
            return self.read((!cursor.0.is_empty()).then_some(cursor));
        }
        if verdicts.is_empty() {
            return Vec::new();
        }
        let update = Update {
            now: now.wall,
            verdicts,
            ..Update::default()
        };
        vec![Effect::Send(encode(&ToPhone::Update(update)))]
    }

    fn read(&mut self, cursor: Option<Cursor>) -> Vec<Effect> {
        vec![Effect::Read(
            cursor,
            self.witness.take(),
            self.own.clone(),
            self.kinds,
        )]
    }

    fn page(&mut self, now: Now, mut update: Update, end: Option<u64>) -> Vec<Effect> {
        self.updates += 1;
        let is_answer = self.updates == 1;
        update.now = now.wall;
        update.kinds = is_answer.then(KindSet::known);
        update.verdicts = std::mem::take(&mut self.held_verdicts);
        let cursor = update.cursor.clone();
        let says_nothing = cursor.is_none() && update.verdicts.is_empty() && update.docs.is_empty();
        let mut effects = Vec::new();
        if is_answer || !says_nothing {
            effects.push(Effect::Send(encode(&ToPhone::Update(update))));
        }
        match (end, cursor) {
            (Some(at), _) if self.live => {
                self.own.clear();
                effects.push(Effect::Listen(at, self.kinds));
            }
            (None, Some(cursor)) if self.live || self.updates < ONE_SHOT_UPDATES_MAX => {
                effects.extend(self.read(Some(cursor)));
            }
            _ => {
                self.state = State::Closed;
                effects.push(Effect::Close(CLOSE_NORMAL));
            }
        }
        effects
    }

    fn wakeup(&mut self, now: Now) -> Vec<Effect> {
        match &self.state {
            State::Waiting { until } if now.moment >= *until => {
                self.bye(ErrorCode::Unauthorized, 0, CLOSE_UNAUTHORIZED)
            }
            State::Open(access) if now.moment >= access.expires_at.plus_ms(TOKEN_GRACE_MS) => {
                self.bye(ErrorCode::Unauthorized, 0, CLOSE_UNAUTHORIZED)
            }
            State::Checking(_) | State::Open(_)
                if now.moment >= self.heard.plus_ms(DEAD_AFTER_MS) =>
            {
                self.state = State::Closed;
                vec![Effect::Close(CLOSE_NORMAL)]
            }
            _ => Vec::new(),
        }
    }

    fn bye(&mut self, code: ErrorCode, retry_ms: u32, close: u16) -> Vec<Effect> {
        self.state = State::Closed;
        let bye = ToPhone::Bye(Bye { code, retry_ms });
        vec![Effect::Send(encode(&bye)), Effect::Close(close)]
    }
}

#[cfg(test)]
mod tests;
