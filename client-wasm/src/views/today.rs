//! The first screen: what is next, what waits for me. The kinds say it; here it is gathered, sorted and cut.

mod whole;

use super::ViewReader;
use crate::kinds;
use crate::view::today::{NEXT_MAX, Pressing, SOON_DAYS, TodayView, WAITING_MAX};

impl ViewReader<'_> {
    pub(crate) fn today_view(&self) -> TodayView {
        let mut waiting = kinds::waits(self);
        self.wait_refused(&mut waiting);
        self.wait_conflicts(&mut waiting);
        self.wait_rereads(&mut waiting);
        // In each rank the nearest to today first, so that an old leftover never hides this week's work.
        waiting.sort_by_cached_key(|item| {
            let days = self.days_until(&item.due).unwrap_or(i64::MAX);
            (item.pressing, days.saturating_abs(), item.why)
        });
        let waiting_total = waiting.len() as u32;
        waiting.truncate(WAITING_MAX);
        let mut next = kinds::next(self);
        next.sort_by(|a, b| a.at.cmp(&b.at));
        next.truncate(NEXT_MAX);
        TodayView {
            waiting,
            waiting_total,
            next,
            away: self.replica.away.len() as u32,
            sync: self.sync(),
        }
    }

    /// How pressing it is to do something by a day.
    pub(crate) fn due(&self, day: &str) -> Pressing {
        if self.is_past(day) {
            return Pressing::Late;
        }
        self.near(day)
    }

    /// How pressing something of a day is that is never late: what was is soon, as a report of what was held.
    pub(crate) fn near(&self, when: &str) -> Pressing {
        match self.days_until(when) {
            Some(days) if days <= SOON_DAYS => Pressing::Soon,
            _ => Pressing::Later,
        }
    }
}
