//! What a coaching log gives: sessions and asks, by number and time alone.

use super::{Given, month_of, people};
use crate::ids::MemberId;
use crate::kinds::coaching_log::CoachingLog;
use crate::kinds::register::Register;
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedSet;
use crate::time::{Timestamp, days_from_date};

const MINUTE_MS: i64 = 60_000;

/// Days after which an ask that nobody answered is counted, and counted apart.
pub(in crate::kinds::indicators) const AGES: [i64; 2] = [7, 30];

/// An ask that waited for long, or waits: by days since 1970, when it was made and when it was answered, if it was.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub(in crate::kinds::indicators) struct Waited {
    pub(in crate::kinds::indicators) made: i64,
    pub(in crate::kinds::indicators) answered: Option<i64>,
}

impl Waited {
    /// Whether nobody had answered it by a day, so many days or more after it was made.
    pub(in crate::kinds::indicators) fn is_open(&self, day: i64, age: i64) -> bool {
        self.made + age <= day && self.answered.is_none_or(|answered| day < answered)
    }
}

/// The sessions of a register, which says of them what is counted.
pub(super) fn register(given: &mut Given, owner: MemberId, register: &Register) {
    let mut seen = SortedSet::new();
    for session in register.sessions.values() {
        if session.counts {
            given.at(&session.starts_at, |month| month.interviews_signed += 1);
        }
        if !session.is_held() {
            continue;
        }
        given.at(&session.starts_at, |month| {
            month.sessions += 1;
            month.session_minutes += session.minutes.max(0);
        });
        seen.extend(month_of(&session.starts_at));
        if let Some(at) = Timestamp::parse_rfc3339(&session.starts_at) {
            people::met(given, owner, at.local_date());
        }
    }
    for month in seen.iter() {
        given.at(month, |month| month.members_seen += 1);
    }
}

pub(super) fn log(given: &mut Given, owner: MemberId, log: &CoachingLog) {
    register(given, owner, &Register::of(owner, log));
    let asks = log.asks.values();
    for ask in asks.filter(|ask| ask.entry.removed_at.is_empty()) {
        let of = |figure: &str| {
            ask.topic
                .map(|topic| format!("{figure}:{}", topic.as_str()))
        };
        given.at(&ask.entry.created_at, |month| month.asks += 1);
        if let Some(part) = of("asks") {
            given.part(&ask.entry.created_at, part);
        }
        let asked = Timestamp::parse_rfc3339(&ask.entry.created_at);
        let answered = Timestamp::parse_rfc3339(&ask.answered_at);
        let (Some(asked), Some(answered)) = (asked, answered) else {
            continue;
        };
        given.at(&ask.answered_at, |month| month.asks_answered += 1);
        if let Some(month) = month_of(&ask.answered_at) {
            let waited = (answered.0 - asked.0).max(0) / MINUTE_MS;
            if let Some(part) = of("answer_minutes") {
                given.waited(month.clone(), part, waited);
            }
            given.waited(month, "answer_minutes".to_owned(), waited);
        }
    }
}

/// The asks of a log that nobody answered before the first of the ages.
pub(super) fn waited(given: &mut Given, log: &CoachingLog) {
    let asks = log.asks.values();
    for ask in asks.filter(|ask| ask.entry.removed_at.is_empty()) {
        let Some(made) = day_of(&ask.entry.created_at) else {
            continue;
        };
        let answered = day_of(&ask.answered_at);
        if answered.is_none_or(|answered| made + AGES[0] < answered) {
            given.asks.push(Waited { made, answered });
        }
    }
}

/// The day of an instant where the cooperative is, since 1970.
fn day_of(instant: &str) -> Option<i64> {
    days_from_date(&Timestamp::parse_rfc3339(instant)?.local_date())
}
