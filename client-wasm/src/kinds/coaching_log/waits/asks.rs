//! Asks of the members one accompanies wait for an answer.

use besace_model::ids::MemberId;
use besace_model::kinds::coaching_log::{CoachingLog, Urgency};
use besace_model::time::{DAY_MS, Timestamp};

use super::CoachingWait;
use crate::view::today::WaitingItem;
use crate::views::{ViewReader, live};

/// What the app offers to choose for an ask: "this week", and "urgent".
const ANSWER_DAYS: i64 = 7;
const ANSWER_DAYS_URGENT: i64 = 2;

impl ViewReader<'_> {
    pub(super) fn asks_wait(
        &self,
        member: MemberId,
        log: &CoachingLog,
        waiting: &mut Vec<WaitingItem>,
    ) {
        if member == self.me_id() {
            return;
        }
        for (id, ask) in live(&log.asks, |ask| &ask.entry) {
            if ask.is_open() {
                let due = answer_due(&ask.entry.created_at, ask.urgency);
                let entry = ("asks", id);
                let pressing = self.due(&due);
                waiting.push(self.in_log(
                    CoachingWait::Ask,
                    pressing,
                    &ask.text,
                    due,
                    entry,
                    member,
                ));
            }
        }
    }
}

/// The day by which an ask hopes for its answer; empty when there is no hurry.
pub(crate) fn answer_due(asked_at: &str, urgency: Urgency) -> String {
    let days = match urgency {
        Urgency::High => ANSWER_DAYS_URGENT,
        Urgency::Normal => ANSWER_DAYS,
        Urgency::Low => return String::new(),
    };
    Timestamp::parse_rfc3339(asked_at)
        .map(|asked| asked.plus_ms(days * DAY_MS).local_date())
        .unwrap_or_default()
}
