//! What a coaching log gives: sessions and asks, by number and time alone.

use super::{Given, month_of, people};
use crate::ids::MemberId;
use crate::kinds::coaching_log::CoachingLog;
use crate::kinds::register::Register;
use crate::sorted::SortedSet;
use crate::time::Timestamp;

const MINUTE_MS: i64 = 60_000;

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
