//! When what failed is tried again.

use besace_model::time::Timestamp;

use crate::limits::{NOTICE_RETRY_FIRST_MS, NOTICE_RETRY_MS_MAX};

/// When to try again after so many failures before this one: later each time, and no sooner than was asked.
pub(super) fn retry_at(now: Timestamp, failures: u32, asked_s: Option<u32>) -> Timestamp {
    let waits = NOTICE_RETRY_FIRST_MS.saturating_mul(1 << failures.min(20));
    let asked = i64::from(asked_s.unwrap_or_default()) * 1_000;
    now.plus_ms(waits.max(asked).min(NOTICE_RETRY_MS_MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_waits_longer_and_none_for_ever() {
        let now = Timestamp(0);
        let at = |failures, asked| retry_at(now, failures, asked).0;
        assert_eq!(at(0, None), 60_000);
        assert_eq!(at(1, None), 120_000);
        assert_eq!(at(2, Some(600)), 600_000, "no sooner than was asked");
        assert_eq!(at(2, Some(1)), 240_000);
        assert_eq!(at(40, None), NOTICE_RETRY_MS_MAX);
        assert_eq!(at(0, Some(u32::MAX)), NOTICE_RETRY_MS_MAX);
    }
}
