//! How much of the writer's time what is derived may take. It goes in rounds: a round reads all that was due as it began, and
//! then writes what that makes a difference to, once for all of it. While people write, the next round waits until the writer
//! has worked for them many times as long as the last one took; where nobody wants anything, nothing waits.

use besace_model::time::{Moment, Now, Timestamp};

use crate::limits::{DERIVE_HELD_MS_MAX, DERIVE_QUIET_MS, DERIVED_SHARE};

/// When the next round may begin, and what the one that is on has taken.
#[derive(Debug, Default)]
pub(in crate::writer) struct Pace {
    /// The time on the wall as the round began that is on.
    round: Option<Timestamp>,
    /// What it has taken.
    took_ms: i64,
    /// Since when documents are being read for it.
    reading: Option<Moment>,
    /// When the last one was over, and what people are owed since.
    over: Moment,
    owed_ms: i64,
    /// When somebody last wanted something.
    wanted: Option<Moment>,
    /// What all rounds took.
    all_ms: u64,
}

impl Pace {
    /// Notes that the writer worked for people.
    pub(super) fn worked(&mut self, began: Moment, ended: Moment) {
        self.wanted = Some(ended);
        self.owed_ms -= ended.since_ms(began).clamp(0, self.owed_ms);
    }

    /// Notes that documents begin to be read.
    pub(super) fn reads(&mut self, now: Moment) {
        self.reading = Some(now);
    }

    /// Notes that a step was written.
    pub(super) fn took(&mut self, began: Moment, ended: Moment) {
        let ms = ended.since_ms(began);
        self.took_ms += ms;
        self.all_ms += u64::try_from(ms).unwrap_or_default();
    }

    /// Milliseconds that all rounds took so far.
    pub(super) fn all_ms(&self) -> u64 {
        self.all_ms
    }

    /// The round that is on, which begins now if something is due and it may: as of when things are due in it. Nothing is being
    /// read any more.
    pub(super) fn round(
        &mut self,
        now: Now,
        is_due: impl Fn(Timestamp) -> bool,
    ) -> Option<Timestamp> {
        if let Some(since) = self.reading.take() {
            self.took(since, now.moment);
        }
        if self.may(now, is_due) {
            self.round.get_or_insert(now.wall);
        }
        self.round
    }

    /// Whether a round is on, or may begin and has something to do.
    pub(super) fn may(&self, now: Now, is_due: impl Fn(Timestamp) -> bool) -> bool {
        let waited = |since: Moment, ms| now.moment.since_ms(since) >= ms;
        let is_quiet = self.wanted.is_none_or(|at| waited(at, DERIVE_QUIET_MS));
        let is_free = self.owed_ms == 0 || is_quiet || waited(self.over, DERIVE_HELD_MS_MAX);
        self.round.is_some() || is_free && is_due(now.wall)
    }

    /// Notes that the round is over.
    pub(super) fn is_over(&mut self, now: Moment) {
        self.owed_ms = self.took_ms.saturating_mul(DERIVED_SHARE);
        (self.round, self.took_ms, self.over) = (None, 0, now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> Now {
        Timestamp(ms).into()
    }

    /// A round that took so many milliseconds, over at a time until which somebody wrote.
    fn after_round(took_ms: i64, over: i64) -> Pace {
        let mut pace = Pace::default();
        assert_eq!(
            pace.round(at(over - took_ms), |_| true),
            Some(Timestamp(over - took_ms))
        );
        pace.took(Moment(over - took_ms), Moment(over));
        pace.worked(Moment(over), Moment(over));
        pace.is_over(Moment(over));
        pace
    }

    #[test]
    fn the_first_round_begins_once_something_is_due() {
        let mut pace = Pace::default();
        assert_eq!(pace.round(at(5), |_| false), None);
        assert_eq!(pace.round(at(6), |_| true), Some(Timestamp(6)));
        assert_eq!(
            pace.round(at(9), |_| false),
            Some(Timestamp(6)),
            "until it is over"
        );
    }

    #[test]
    fn while_people_write_the_next_waits_until_they_had_their_share() {
        let mut pace = after_round(10, 1_000);
        let share = 10 * DERIVED_SHARE;
        for ms in 0..share {
            let now = 1_000 + ms * 2;
            assert!(!pace.may(at(now), |_| true), "after {ms} ms of work");
            pace.worked(Moment(now), Moment(now + 1));
        }
        assert!(pace.may(at(1_000 + share * 2), |_| true));
    }

    #[test]
    fn where_nobody_wants_anything_nothing_waits() {
        let pace = after_round(10_000, 20_000);
        assert!(!pace.may(at(20_000 + DERIVE_QUIET_MS - 1), |_| true));
        assert!(pace.may(at(20_000 + DERIVE_QUIET_MS), |_| true));
    }

    #[test]
    fn nothing_waits_for_longer_than_a_minute() {
        let mut pace = after_round(10_000, 20_000);
        let last = 20_000 + DERIVE_HELD_MS_MAX - 1;
        pace.worked(Moment(last), Moment(last));
        assert!(!pace.may(at(last), |_| true));
        assert!(pace.may(at(last + 1), |_| true));
    }

    #[test]
    fn what_was_read_beside_the_writer_counts_too() {
        let mut pace = Pace::default();
        pace.round(at(0), |_| true);
        pace.reads(Moment(0));
        pace.round(at(7), |_| true);
        pace.worked(Moment(7), Moment(7));
        pace.is_over(Moment(7));
        assert_eq!(pace.owed_ms, 7 * DERIVED_SHARE);
    }
}
