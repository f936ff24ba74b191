//! Over an open socket: what is said, what is heard, and when silence means something.

use super::{ANSWER_MS_MAX, Backlog, Effect, Phone, State, TOKEN_MARGIN_MS, Token};
use crate::kind::KindSet;
use crate::limits::{
    BACKOFF_MS_MAX, BACKOFF_MS_MIN, DEAD_AFTER_MS, PING_AFTER_MS, PUSH_COMMITS_MAX,
};
use crate::time::Moment;
use crate::wire::{self, DocPush, Hello, PROTOCOL, ToPhone, ToRelay, Update, Verdict};

/// The moments of an open socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Talk {
    heard: Moment,
    said: Moment,
    /// Another token was asked for, and is waited for until then.
    renewing_until: Option<Moment>,
}

impl Talk {
    fn new(now: Moment) -> Self {
        Self {
            heard: now,
            said: now,
            renewing_until: None,
        }
    }

    pub(super) fn pings_at(&self) -> Moment {
        self.heard.max(self.said).plus_ms(PING_AFTER_MS)
    }

    pub(super) fn dies_at(&self) -> Moment {
        self.heard.plus_ms(DEAD_AFTER_MS)
    }

    /// When another token is to be asked for.
    pub(super) fn renews_at(&self, token: Option<&Token>) -> Option<Moment> {
        let ends = token.map(|token| token.ends.plus_ms(-TOKEN_MARGIN_MS));
        self.renewing_until.or(ends)
    }

    pub(super) fn ping(&mut self, now: Moment, out: &mut Vec<Effect>) {
        self.say(now, &ToRelay::Ping, out);
    }

    /// The other end must be heard soon.
    pub(super) fn doubt(&mut self, now: Moment) {
        self.heard = self.heard.min(now.plus_ms(PING_AFTER_MS - DEAD_AFTER_MS));
    }

    pub(super) fn renewed(&mut self, now: Moment, jwt: String, out: &mut Vec<Effect>) {
        self.renewing_until = None;
        self.say(now, &ToRelay::Token(jwt), out);
    }

    /// No token is to be had for now. The link goes on; the next silence or refusal decides.
    pub(super) fn not_renewed(&mut self, now: Moment) {
        self.renewing_until = Some(now.plus_ms(ANSWER_MS_MAX));
    }

    fn say(&mut self, now: Moment, message: &ToRelay, out: &mut Vec<Effect>) {
        self.said = now;
        out.push(Effect::Send(wire::encode(message)));
    }
}

impl Phone {
    pub(super) fn opened(
        &mut self,
        now: Moment,
        backlog: &mut impl Backlog,
        out: &mut Vec<Effect>,
    ) {
        let State::Opening { .. } = self.state else {
            return;
        };
        match self.hello(now, true, backlog) {
            Some(bytes) => {
                self.state = State::Greeting(Talk::new(now));
                out.push(Effect::Send(bytes));
            }
            None => {
                out.push(Effect::Disconnect);
                self.fail(now, 0, backlog);
            }
        }
    }

    pub(super) fn hello(
        &mut self,
        now: Moment,
        live: bool,
        backlog: &mut impl Backlog,
    ) -> Option<Vec<u8>> {
        let token = self.token.as_ref()?.jwt.clone();
        self.in_flight.clear(backlog);
        let pushes = self.take(now, backlog);
        Some(wire::encode(&ToRelay::Hello(Hello {
            protocol: PROTOCOL,
            token,
            cursor: backlog.cursor(),
            live,
            pushes,
            witness: backlog.witness(),
            kinds: Some(KindSet::known()),
        })))
    }

    fn take(&mut self, now: Moment, backlog: &mut impl Backlog) -> Vec<DocPush> {
        if self.hold_until.is_some_and(|until| now < until) {
            return Vec::new();
        }
        self.hold_until = None;
        let (commits, bytes) = self.in_flight.room();
        if commits == 0 || bytes == 0 {
            return Vec::new();
        }
        let pushes = backlog.take(commits.min(PUSH_COMMITS_MAX), bytes);
        self.in_flight.add(&pushes);
        pushes
    }

    pub(super) fn work(&mut self, now: Moment, backlog: &mut impl Backlog, out: &mut Vec<Effect>) {
        match self.state {
            State::Live(mut talk) => {
                loop {
                    let pushes = self.take(now, backlog);
                    if pushes.is_empty() {
                        break;
                    }
                    talk.say(now, &ToRelay::Push(pushes), out);
                }
                self.state = State::Live(talk);
            }
            State::Down { .. }
                if self.is_one_shot()
                    && backlog.waits()
                    && self.hold_until.is_none_or(|until| now >= until) =>
            {
                self.state = State::Down { retry_at: now };
                self.tick(now, backlog, out);
            }
            _ => {}
        }
    }

    pub(super) fn frame(
        &mut self,
        now: Moment,
        bytes: &[u8],
        backlog: &mut impl Backlog,
        out: &mut Vec<Effect>,
    ) {
        let (State::Greeting(talk) | State::Live(talk)) = &mut self.state else {
            return;
        };
        talk.heard = now;
        let talk = *talk;
        match wire::decode::<ToPhone>(bytes) {
            Ok(ToPhone::Pong) => self.contact = Some(now),
            Ok(ToPhone::Update(update)) => {
                self.state = State::Live(talk);
                self.update(now, update, out);
            }
            Ok(ToPhone::Bye(bye)) => {
                out.push(Effect::Disconnect);
                self.bye(now, bye.code, bye.retry_ms, backlog, out);
            }
            Err(_) => {
                out.push(Effect::Disconnect);
                self.fail(now, 0, backlog);
            }
        }
    }

    pub(super) fn update(&mut self, now: Moment, update: Update, out: &mut Vec<Effect>) {
        self.contact = Some(now);
        self.failures = 0;
        self.road.worked();
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
        out.push(Effect::Update(Box::new(update)));
    }

    pub(super) fn closed(&mut self, now: Moment, backlog: &mut impl Backlog) {
        match self.state {
            State::Opening { .. } | State::Greeting(_) => self.road.failed(),
            State::Live(_) => {}
            _ => return,
        }
        self.fail(now, 0, backlog);
    }

    /// The time of an open socket has come for something.
    pub(super) fn tick_open(
        &mut self,
        now: Moment,
        backlog: &mut impl Backlog,
        out: &mut Vec<Effect>,
    ) {
        let (State::Greeting(talk) | State::Live(talk)) = &mut self.state else {
            return;
        };
        if now >= talk.dies_at() {
            out.push(Effect::Disconnect);
            return self.closed(now, backlog);
        }
        let renews_at = talk.renews_at(self.token.as_ref());
        if renews_at.is_none_or(|at| now >= at) {
            talk.not_renewed(now);
            out.push(Effect::NeedToken);
        }
        if self.hold_until.is_some_and(|until| now >= until) {
            // Over, whether or not the relay has spoken on this link: left standing, it would be due at every tick.
            self.hold_until = None;
            self.work(now, backlog, out);
        }
        if let State::Greeting(talk) | State::Live(talk) = &mut self.state
            && now >= talk.pings_at()
        {
            talk.ping(now, out);
        }
    }
}
