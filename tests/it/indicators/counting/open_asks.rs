//! Asks that nobody answered for long, month by month.

use besace_model::time::{DAY_MS, Timestamp};
use serde_json::Value;

use super::{Figures, day, entries, following, month, people, word};

/// Of each ask, the months at whose end, or today, it was of age and not answered.
pub(super) fn count<'a>(figures: &mut Figures, logs: impl Iterator<Item = &'a Value>, today: &str) {
    for (_, ask) in logs.flat_map(|log| entries(log, "asks")) {
        let (made, answered) = (day(word(ask, "created_at")), word(ask, "answered_at"));
        for (days, figure) in [(7, "asks_open_7"), (30, "asks_open_30")] {
            let of_age = later(&made, days);
            let mut now = month(&of_age);
            while *now <= today[..7] {
                let end = people::last_day(&now).min(today.to_owned());
                if !answered.is_empty() && day(answered) <= end {
                    break;
                }
                figures.add(&now, figure, i64::from(of_age <= end));
                now = following(&now);
            }
        }
    }
}

/// So many days after a day.
fn later(day: &str, days: i64) -> String {
    let noon = Timestamp::parse_rfc3339(&format!("{day}T12:00:00Z")).expect("a day");
    noon.plus_ms(days * DAY_MS).date()
}
