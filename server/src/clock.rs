//! Time and randomness, handed to whoever needs them. The only place that asks the system; tests turn the clock by
//! hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use besace_model::ids::Ulid;
use besace_model::time::{Moment, Now, Timestamp};

/// Two clocks and a source of random bytes. What is shown and written down is [`Clock::now`]; whatever waits or paces
/// goes by [`Clock::moment`], which nobody can set.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System { began: Instant },
    Manual(Arc<Hands>),
}

/// A manual clock's.
#[derive(Debug)]
struct Hands {
    wall: AtomicI64,
    moment: AtomicI64,
}

impl Clock {
    /// The system's.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the edge that everyone asks")]
    pub fn system() -> Self {
        Self(Source::System {
            began: Instant::now(),
        })
    }

    /// One that stands still until told otherwise.
    #[must_use]
    pub fn manual(now: Timestamp) -> Self {
        Self(Source::Manual(Arc::new(Hands {
            wall: AtomicI64::new(now.0),
            moment: AtomicI64::new(0),
        })))
    }

    /// Lets time pass on a manual clock; the system's does not listen.
    pub fn advance_ms(&self, ms: i64) {
        self.set_forward_ms(ms);
        if let Source::Manual(hands) = &self.0 {
            hands.moment.fetch_add(ms, Ordering::Relaxed);
        }
    }

    /// Sets a manual clock to another hour, while no time passes: forward, or back when negative.
    pub fn set_forward_ms(&self, ms: i64) {
        if let Source::Manual(hands) = &self.0 {
            hands.wall.fetch_add(ms, Ordering::Relaxed);
        }
    }

    /// Both clocks.
    #[must_use]
    pub fn both(&self) -> Now {
        Now {
            wall: self.now(),
            moment: self.moment(),
        }
    }

    /// How far time has come since some beginning.
    #[must_use]
    pub fn moment(&self) -> Moment {
        Moment(match &self.0 {
            Source::System { began } => {
                i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX)
            }
            Source::Manual(hands) => hands.moment.load(Ordering::Relaxed),
        })
    }

    /// The time on the wall.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the edge that everyone asks")]
    pub fn now(&self) -> Timestamp {
        if let Source::Manual(hands) = &self.0 {
            return Timestamp(hands.wall.load(Ordering::Relaxed));
        }
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Timestamp(since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)))
    }

    /// Random bytes from the system.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the edge that everyone asks")]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).expect("a system without randomness cannot run a relay");
        bytes
    }

    /// A new identifier.
    #[must_use]
    pub fn ulid(&self) -> Ulid {
        Ulid::from_parts(
            u64::try_from(self.now().0).unwrap_or_default(),
            self.random(),
        )
    }
}
