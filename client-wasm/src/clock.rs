//! Time as the replica waits by it. Whoever runs it tells both clocks of the device: the one on the wall, which people
//! and networks set, and one that only goes forward but may stand still while the device sleeps.

use besace_model::time::{Moment, Now, Timestamp};

/// The two clocks made into one that goes forward whatever happens to either.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    told: Option<Now>,
    moment: Moment,
}

impl Clock {
    /// Takes in what the clocks say. Time went on by as much as the one says that went further: the one that only goes
    /// forward misses sleep, the one on the wall may have been put back. One put forward looks like sleep, and what
    /// waits is then due.
    pub(crate) fn tell(&mut self, now: Now) {
        if let Some(before) = self.told {
            let on_the_wall = now.wall.0.saturating_sub(before.wall.0);
            let passed = now.moment.since_ms(before.moment).max(on_the_wall).max(0);
            self.moment = self.moment.plus_ms(passed);
        }
        self.told = Some(now);
    }

    /// The instant told last.
    pub(crate) fn moment(&self) -> Moment {
        self.moment
    }

    /// What the clock on the wall should say at an instant, as it goes now.
    pub(crate) fn wall_at(&self, moment: Moment) -> Timestamp {
        let wall = self.told.unwrap_or_default().wall;
        wall.plus_ms(moment.since_ms(self.moment))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_goes_on_through_sleep_and_whatever_is_set() {
        let mut clock = Clock::default();
        let mut now = Now::from(Timestamp(1_000_000));
        let mut pass = |wall_ms, moment_ms| {
            now.wall = now.wall.plus_ms(wall_ms);
            now.moment = now.moment.plus_ms(moment_ms);
            let before = clock.moment();
            clock.tell(now);
            clock.moment().since_ms(before)
        };
        assert_eq!(pass(0, 0), 0, "it begins");
        assert_eq!(pass(50, 50), 50);
        assert_eq!(pass(3_600_000, 20), 3_600_000, "asleep");
        assert_eq!(pass(-31_536_000_000, 700), 700, "put back a year");
        assert_eq!(pass(-10, -10), 0, "neither goes back");
        assert_eq!(pass(i64::MIN, 5), 5);
    }

    #[test]
    fn an_instant_to_come_is_shown_by_the_clock_as_it_is_now() {
        let mut clock = Clock::default();
        clock.tell(Timestamp(1_000_000).into());
        let due = clock.moment().plus_ms(5_000);
        assert_eq!(clock.wall_at(due), Timestamp(1_005_000));
        clock.tell(Now {
            wall: Timestamp(10_000),
            moment: Moment(1_001_000),
        });
        assert_eq!(clock.wall_at(due), Timestamp(14_000));
    }
}
