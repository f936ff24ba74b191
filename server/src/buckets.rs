//! How much each may ask over time: token buckets by address or by device.

use std::collections::HashMap;
use std::hash::Hash;

use besace_model::time::Moment;

/// Keys remembered; past it the fullest buckets, which say nothing, are forgotten.
const KEYS_MAX: usize = 50_000;

/// A token bucket per key.
#[derive(Debug)]
pub struct Buckets<K> {
    burst: f64,
    per_ms: f64,
    known: HashMap<K, Bucket>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Moment,
}

impl<K: Eq + Hash> Buckets<K> {
    /// Buckets of `burst`, of which one comes back each `every_ms`.
    #[must_use]
    pub fn new(burst: u32, every_ms: f64) -> Self {
        Self {
            burst: f64::from(burst),
            per_ms: 1.0 / every_ms,
            known: HashMap::new(),
        }
    }

    /// Takes one, if one is left.
    ///
    /// # Errors
    /// The milliseconds after which one is left again.
    pub fn take(&mut self, now: Moment, key: K) -> Result<(), u32> {
        self.look(now, &key)?;
        let left = self.left(now, &key) - 1.0;
        self.known.insert(key, Bucket { left, at: now });
        Ok(())
    }

    /// Takes more after the fact: what is missing then must come back before one is left again.
    pub fn charge(&mut self, now: Moment, key: K, more: u32) {
        let left = self.left(now, &key) - f64::from(more);
        self.known.insert(key, Bucket { left, at: now });
    }

    /// Whether one is left.
    ///
    /// # Errors
    /// As [`Buckets::take`].
    pub fn look(&mut self, now: Moment, key: &K) -> Result<(), u32> {
        if !self.known.contains_key(key) && self.known.len() >= KEYS_MAX {
            let (burst, per_ms) = (self.burst, self.per_ms);
            self.known
                .retain(|_, bucket| bucket.refilled(now, burst, per_ms) < burst);
            if self.known.len() >= KEYS_MAX {
                return Err(self.wait_ms(1.0));
            }
        }
        let missing = 1.0 - self.left(now, key);
        if missing > 0.0 {
            Err(self.wait_ms(missing))
        } else {
            Ok(())
        }
    }

    fn wait_ms(&self, missing: f64) -> u32 {
        (missing / self.per_ms).ceil().max(1.0) as u32
    }

    fn left(&self, now: Moment, key: &K) -> f64 {
        let bucket = self.known.get(key);
        bucket.map_or(self.burst, |bucket| {
            bucket.refilled(now, self.burst, self.per_ms)
        })
    }
}

impl Bucket {
    fn refilled(&self, now: Moment, burst: f64, per_ms: f64) -> f64 {
        let elapsed = now.since_ms(self.at).max(0);
        (self.left + elapsed as f64 * per_ms).min(burst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_says_when_to_come_back_and_fills_again() {
        let mut buckets = Buckets::new(3, 100.0);
        let now = Moment(0);
        for _ in 0..3 {
            assert_eq!(buckets.take(now, "anne"), Ok(()));
        }
        assert_eq!(buckets.take(now, "anne"), Err(100));
        assert_eq!(buckets.look(now.plus_ms(40), &"anne"), Err(60));
        assert_eq!(buckets.take(now, "zoé"), Ok(()), "nobody pays for others");
        assert_eq!(buckets.take(now.plus_ms(100), "anne"), Ok(()));
        buckets.charge(now, "zoé", 4);
        assert_eq!(buckets.look(now, &"zoé"), Err(300), "work counts too");
    }
}
