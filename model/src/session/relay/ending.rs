//! When a link wants to be woken, and how it ends.

use super::{Effect, RelaySession, State};
use crate::error::ErrorCode;
use crate::limits::DEAD_AFTER_MS;
use crate::time::{Moment, Now};
use crate::wire::{Bye, ToPhone, encode};

/// The close code of a link that ends in order.
pub const CLOSE_NORMAL: u16 = 1000;
/// The close code after bytes that are no frame of this protocol.
pub const CLOSE_BAD_MESSAGE: u16 = 1007;
/// The close code when the phone must sign in again.
pub const CLOSE_UNAUTHORIZED: u16 = 4401;
/// How long an expired token keeps the link open, its pushes waiting.
pub const TOKEN_GRACE_MS: i64 = 60_000;

impl RelaySession {
    /// When [`super::Event::Wakeup`] is due at the latest.
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

    pub(super) fn wakeup(&mut self, now: Now) -> Vec<Effect> {
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

    pub(super) fn bye(&mut self, code: ErrorCode, retry_ms: u32, close: u16) -> Vec<Effect> {
        self.state = State::Closed;
        let bye = ToPhone::Bye(Bye { code, retry_ms });
        vec![Effect::Send(encode(&bye)), Effect::Close(close)]
    }
}
