//! Where the link stands and when it wants to be woken.

use super::state::{Road, State};
use super::{Phone, Standing};
use crate::time::Moment;

impl Phone {
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

    /// When [`super::Event::Tick`] is wanted.
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

    /// Whether one-shot exchanges get through.
    pub(super) fn is_one_shot(&self) -> bool {
        matches!(self.road, Road::OneShot { .. }) && self.failures == 0
    }
}
