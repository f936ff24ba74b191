//! Where the link stands, to the machine and to people: its state, its road and its token.

use super::SOCKET_FAILURES_MAX;
use super::talk::Talk;
use crate::error::ErrorCode;
use crate::time::Moment;

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
pub(super) enum State {
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
pub(super) enum Road {
    /// By sockets, of which so many in a row brought nothing; and whether the relay answered an exchange meanwhile.
    Sockets { failures: u32, answered: bool },
    /// By one exchange, which tells whether it is sockets alone that bring nothing, or the relay cannot be reached at all.
    Asking,
    /// By one-shot exchanges, until then.
    OneShot { until: Moment },
}

impl Road {
    pub(super) const FRESH: Self = Self::Sockets {
        failures: 0,
        answered: false,
    };
    /// The relay answers: a socket gets one more chance.
    pub(super) const ANSWERED: Self = Self::Sockets {
        failures: SOCKET_FAILURES_MAX - 1,
        answered: true,
    };

    /// A socket brought nothing.
    pub(super) fn failed(&mut self) {
        if let Self::Sockets { failures, .. } = self {
            *failures += 1;
        }
    }

    /// The relay was reached.
    pub(super) fn worked(&mut self) {
        if let Self::Sockets { .. } = self {
            *self = Self::FRESH;
        }
    }
}

/// An access token and when it ends.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) jwt: String,
    pub(super) ends: Moment,
}
