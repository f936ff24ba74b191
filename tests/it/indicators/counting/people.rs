//! Who was not seen for 90 days at the end of a month.

use std::collections::{BTreeMap, BTreeSet};

use besace_model::time::{DAY_MS, Timestamp, days_from_date};
use serde_json::Value;

use super::super::{Documents, KEY, OWNER};
use super::{Figures, day, entries, following, is_in, month, steps, word};

/// The last day of a month.
pub(super) fn last_day(month: &str) -> String {
    let next = days_from_date(&format!("{}-01", following(month))).expect("a day");
    Timestamp((next - 1) * DAY_MS).date()
}

pub(super) fn unseen(figures: &mut Figures, all: &Documents, today: &str) {
    let of = |kind: &str| all.get(kind).into_iter().flatten();
    let (mut met, mut exchanged) = (Days::default(), Days::default());
    for doc in of("register") {
        for (_, session) in entries(doc, "sessions") {
            let is_held = word(session, "status") == "done" && word(session, "amends").is_empty();
            if is_held && session["annulled"] != true {
                met.note(word(doc, OWNER), word(session, "starts_at"));
            }
        }
    }
    for doc in of("post") {
        for (_, post) in entries(doc, "posts") {
            exchanged.note(word(doc, OWNER), word(post, "created_at"));
        }
        for (member, reply) in doc["replies"].as_object().into_iter().flatten() {
            exchanged.note(member, word(reply, "at"));
        }
    }
    for roster in of("roster") {
        let events = of("event").filter(|event| event[KEY] == roster[KEY]);
        for end in events.filter_map(ended) {
            let seats = entries(roster, "seats").filter(|(_, it)| word(it, "status") == "seated");
            seats.for_each(|(member, _)| exchanged.note(member, &end));
        }
    }
    for ledger in of("ledger") {
        let (member, steps) = (word(ledger, OWNER), steps(ledger));
        let Some(first) = steps.first() else { continue };
        let mut now = month(first.0);
        while *last_day(&now) < *today {
            let end = last_day(&now);
            let stage = steps.iter().rev().find(|step| step.0 <= end.as_str());
            if stage.is_some_and(|step| is_in(step.2)) && !met.is_lately(member, &end) {
                figures.add(&now, "members_unseen", 1);
                let alone = !exchanged.is_lately(member, &end);
                figures.add(&now, "members_isolated", i64::from(alone));
            }
            now = following(&now);
        }
    }
}

/// When an event that stands ends.
fn ended(event: &Value) -> Option<String> {
    let said = &event["event"];
    if word(said, "status") != "confirmed" || !word(said, "removed_at").is_empty() {
        return None;
    }
    let slots = entries(event, "slots").map(|(_, slot)| word(slot, "end").to_owned());
    slots.max()
}

/// Days on which something was, by member.
#[derive(Default)]
struct Days(BTreeMap<String, BTreeSet<i64>>);

impl Days {
    fn note(&mut self, member: &str, when: &str) {
        let days = days_from_date(&day(when)).expect("a day");
        self.0.entry(member.to_owned()).or_default().insert(days);
    }

    /// Whether something was in the 90 days up to one.
    fn is_lately(&self, member: &str, end: &str) -> bool {
        let end = days_from_date(end).expect("a day");
        let days = self.0.get(member).into_iter().flatten();
        days.into_iter().any(|day| (end - 89..=end).contains(day))
    }
}
