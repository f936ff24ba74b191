//! The demonstration's only source of chance: the same seed makes the same cooperative.

use besace_model::ids::Ulid;
use besace_model::time::{DAY_MS, Timestamp};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Chance, repeatable.
#[derive(Debug)]
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// The chance of one thing, whatever else was drawn before it.
    pub(super) fn of(one: Ulid) -> Self {
        let [.., a, b, c, d, e, f, g, h] = one.0;
        Self::new(u64::from_be_bytes([a, b, c, d, e, f, g, h]))
    }

    /// Random bytes.
    pub(super) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    /// A number from `from` to `to`, both included.
    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        let width = (to - from).max(0).unsigned_abs() + 1;
        from + (self.0.next_u64() % width).cast_signed()
    }

    /// Yes, so many times in a hundred.
    pub(super) fn percent(&mut self, chance: i64) -> bool {
        self.between(1, 100) <= chance
    }

    /// One of them.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let index = self.between(0, from.len() as i64 - 1);
        from[usize::try_from(index).unwrap_or_default()]
    }

    /// An identifier made at that instant.
    pub(super) fn ulid(&mut self, at: Timestamp) -> Ulid {
        Ulid::from_parts(at.0.unsigned_abs(), self.bytes())
    }
}

/// An hour and minute of a day, as UTC clocks in France show it (winter time all year: a demonstration).
pub(super) fn instant(day: i64, hour: i64, minute: i64) -> Timestamp {
    Timestamp(day * DAY_MS + ((hour - 1) * 60 + minute) * 60_000)
}

/// The same day, or the next one that is neither Saturday nor Sunday.
pub(super) fn working_day(day: i64) -> i64 {
    // Day 0, the first of January 1970, was a Thursday.
    match (day + 4).rem_euclid(7) {
        6 => day + 2,
        0 => day + 1,
        _ => day,
    }
}

/// `YYYY-MM-DD` of a day since 1970.
pub(super) fn date(day: i64) -> String {
    Timestamp(day * DAY_MS).date()
}
