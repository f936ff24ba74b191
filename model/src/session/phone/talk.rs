//! Over an open socket: what is said, what is heard, and when silence means something.

mod hearing;
mod moments;

use super::{Backlog, Effect, Phone, State};
use crate::kind::KindSet;
use crate::limits::PUSH_COMMITS_MAX;
use crate::time::Moment;
use crate::wire::short::ShortPush;
use crate::wire::{self, DocPush, Hello, PROTOCOL, ToRelay, squeeze};
pub(super) use moments::Talk;

fn in_short(pushes: &[DocPush]) -> Vec<ShortPush> {
    pushes.iter().flat_map(ShortPush::of).collect()
}

/// A frame, squeezed for a relay that reads that.
fn frame(message: &ToRelay, is_short: bool) -> Vec<u8> {
    let frame = wire::encode(message);
    if is_short { squeeze(frame) } else { frame }
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
        let is_short = backlog.relay_reads_short();
        let short = is_short.then(|| in_short(&pushes));
        let hello = Hello {
            protocol: PROTOCOL,
            token,
            cursor: backlog.cursor(),
            live,
            pushes: if is_short { Vec::new() } else { pushes },
            witness: backlog.witness(),
            kinds: Some(KindSet::known()),
            reads_short: Some(true),
        };
        let message = match short {
            Some(pushes) if !pushes.is_empty() => ToRelay::ShortHello(hello, pushes),
            _ => ToRelay::Hello(hello),
        };
        Some(frame(&message, is_short))
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
                    let is_short = backlog.relay_reads_short();
                    let message = if is_short {
                        ToRelay::Short(in_short(&pushes))
                    } else {
                        ToRelay::Push(pushes)
                    };
                    talk.send(now, frame(&message, is_short), out);
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
