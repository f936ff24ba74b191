//! The first screen: what is next, what waits for me. The kinds say it; here it is gathered, sorted and cut.

use besace_model::plain::Value;

use super::ViewReader;
use crate::kinds::{self, Wait};
use crate::view::today::{
    NEXT_MAX, Pressing, SOON_DAYS, TodayView, WAITING_MAX, WaitingItem, WholeWait,
};

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

    fn wait_refused(&self, waiting: &mut Vec<WaitingItem>) {
        for row in self.replica.refused.values() {
            waiting.push(WaitingItem {
                why: Wait::Whole {
                    word: WholeWait::Refused,
                },
                pressing: Pressing::Wrong,
                label: Value::parse(row.command.as_bytes())
                    .map(|command| self.command_label(&command))
                    .unwrap_or_default(),
                member: Some(row.head.owner),
                who: self.name(row.head.owner),
                due: String::new(),
                place: None,
            });
        }
    }

    /// What a command is about, in its own words: its fields stand at the top or one level below.
    fn command_label(&self, command: &Value) -> String {
        let nested = command
            .as_object()
            .into_iter()
            .flat_map(|map| map.values())
            .find(|value| value.as_object().is_some());
        let own = crate::entry::label(command);
        if own.is_empty() {
            nested.map(crate::entry::label).unwrap_or_default()
        } else {
            own
        }
    }

    fn wait_conflicts(&self, waiting: &mut Vec<WaitingItem>) {
        for (id, head, record, conflict) in self.all_conflicts() {
            let item = self.conflict_item(id, head, record, conflict);
            if item.may_settle {
                waiting.push(WaitingItem {
                    why: Wait::Whole {
                        word: WholeWait::Conflict,
                    },
                    pressing: Pressing::Wrong,
                    label: item.label,
                    member: Some(item.owner),
                    who: item.owner_name,
                    due: String::new(),
                    place: Some(item.place),
                });
            }
        }
    }

    fn wait_rereads(&self, waiting: &mut Vec<WaitingItem>) {
        for (id, head, row) in self.all_rereads() {
            let item = self.reread_item(id, head, row);
            waiting.push(WaitingItem {
                why: Wait::Whole {
                    word: WholeWait::Reread,
                },
                pressing: Pressing::Wrong,
                label: item.label,
                member: Some(item.owner),
                who: item.owner_name,
                due: String::new(),
                place: Some(item.place),
            });
        }
    }
}
