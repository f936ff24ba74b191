//! What was measured, several times.

use std::time::Duration;

/// Repeated measurements of one thing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Samples(pub(crate) Vec<f64>);

impl Samples {
    /// The value below which `share` of the samples lie.
    pub(crate) fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        let place = (last as f64 * share).round() as usize;
        sorted.get(place).copied().unwrap_or(f64::NAN)
    }

    /// The median.
    pub(crate) fn p50(&self) -> f64 {
        self.at(0.5)
    }

    /// Ninety-nine in a hundred are below.
    pub(crate) fn p99(&self) -> f64 {
        self.at(0.99)
    }

    /// One more.
    pub(crate) fn add(&mut self, value: f64) {
        self.0.push(value);
    }
}

impl From<f64> for Samples {
    fn from(value: f64) -> Self {
        Self(vec![value])
    }
}

/// Milliseconds.
pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
