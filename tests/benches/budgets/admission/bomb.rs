//! A few bytes that would be many: what giving them up costs.

use std::time::Instant;

use besace_model::wire::{expand, squeeze};

use crate::report::{Budget, Report, Samples, ms};

/// What it says it is.
const BYTES: usize = 64 * 1024 * 1024;
const TIMES: usize = 50;

pub(super) fn bomb(report: &mut Report) {
    let bomb = squeeze(vec![0; BYTES]);
    let mut given_up = Samples::default();
    for _ in 0..TIMES {
        let started = Instant::now();
        assert!(expand(&bomb).is_err(), "it is longer than a frame");
        given_up.add(ms(started.elapsed()));
    }
    let name = format!(
        "a frame of {} KiB that would be 64 MiB, given up",
        bomb.len() / 1024
    );
    report.line(&name, given_up, "ms", Budget::Under(1.0));
}
