//! Time and randomness, handed to whoever needs them. The only place that asks the system; tests turn the clock by
//! hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use besace_model::ids::Ulid;
use besace_model::time::Timestamp;

/// A clock and a source of random bytes.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    manual: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The system's.
    #[must_use]
    pub fn system() -> Self {
        Self::default()
    }

    /// One that stands still until told otherwise.
    #[must_use]
    pub fn manual(now: Timestamp) -> Self {
        Self {
            manual: Some(Arc::new(AtomicI64::new(now.0))),
        }
    }

    /// Moves a manual clock; the system's does not listen.
    pub fn advance_ms(&self, ms: i64) {
        if let Some(now) = &self.manual {
            now.fetch_add(ms, Ordering::Relaxed);
        }
    }

    /// The time.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the edge that everyone asks")]
    pub fn now(&self) -> Timestamp {
        if let Some(now) = &self.manual {
            return Timestamp(now.load(Ordering::Relaxed));
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
