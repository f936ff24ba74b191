//! What is heard on an open socket, or in an answer to an exchange.

use super::super::{Backlog, Effect, Phone, State};
use crate::limits::{BACKOFF_MS_MAX, BACKOFF_MS_MIN};
use crate::time::Moment;
use crate::wire::{self, ToPhone, Update, Verdict, WireError};

impl Phone {
    pub(in crate::session::phone) fn frame(
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
        match self.read(bytes) {
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

    /// A frame of the relay, in full.
    pub(in crate::session::phone) fn read(&self, bytes: &[u8]) -> Result<ToPhone, WireError> {
        Ok(match wire::decode(bytes)? {
            ToPhone::Update(update) => ToPhone::Update(update.whole(self.in_flight.hashes())?),
            other => other,
        })
    }

    pub(in crate::session::phone) fn update(
        &mut self,
        now: Moment,
        update: Update,
        out: &mut Vec<Effect>,
    ) {
        self.contact = Some(now);
        self.failures = 0;
        self.road.worked();
        self.in_flight.answered(&update.verdicts);
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

    pub(in crate::session::phone) fn closed(&mut self, now: Moment, backlog: &mut impl Backlog) {
        match self.state {
            State::Opening { .. } | State::Greeting(_) => self.road.failed(),
            State::Live(_) => {}
            _ => return,
        }
        self.fail(now, 0, backlog);
    }
}
